/** The address of a feed, as a calendar subscribes to it. `origin` is that of Kempt, without a slash at its end. */
export const feedHref = (origin: string, secret: string) => `${origin}/calendar/feed/${secret}/kempt.ics`
