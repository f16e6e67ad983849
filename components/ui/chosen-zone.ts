// The time zone that whoever is looking chose for instants. React keeps one per request on the server; elsewhere, as in a
// browser or a test, it is UTC. The shell says it before anything of a page is drawn.
import { cache } from 'react'

const ofRequest = cache((): { zone: string } => ({ zone: 'UTC' }))

/** An IANA name, or UTC. */
export const chosenZone = (): string => ofRequest().zone

export function chooseZone(zone: string): void {
  ofRequest().zone = zone
}
