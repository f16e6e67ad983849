/** The first eight digits of the id of a version: enough to tell those of one object apart. */
export const shortVersion = (version: string): string => version.slice(0, 8)
