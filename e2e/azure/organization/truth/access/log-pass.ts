// One pass over the audit log of the whole organization, for as many questions as there are: a quarter of it is a million rows.
import type { Access, Organization } from '../../organization.ts'
import { dayMs } from '../../rhythm.ts'

/** A question that is put to one row after the other. */
export type Tally<Answer> = { take(row: Access): void; answer(): Answer }

/** Takes the rows of `from` (included) to `to` (not), day by day, those of each workspace in order of time. */
export function passOver(organization: Organization, from: Date, to: Date, tallies: readonly Tally<unknown>[]): void {
  const { workspaces } = organization.estateAt(to)
  for (let at = from.getTime(); at < to.getTime(); at = nextMidnight(at)) {
    const end = new Date(Math.min(nextMidnight(at), to.getTime()))
    for (const { customerId } of workspaces) {
      for (const row of organization.accesses(customerId, new Date(at), end)) {
        for (const tally of tallies) tally.take(row)
      }
    }
  }
}

/** One question alone. */
export function askLog<Answer>(organization: Organization, from: Date, to: Date, tally: Tally<Answer>): Answer {
  passOver(organization, from, to, [tally])
  return tally.answer()
}

/** A question that looks at no row before `from`, whatever the pass goes through. */
export function since<Answer>(from: Date, { take, answer }: Tally<Answer>): Tally<Answer> {
  return {
    take(row) {
      if (row.at >= from) take(row)
    },
    answer,
  }
}

export const daysBefore = (to: Date, days: number) => new Date(to.getTime() - days * dayMs)

/** The midnight (UTC) before: what counts by day counts the days at both ends as they are. */
export const midnightBefore = (at: Date) => new Date(Math.floor(at.getTime() / dayMs) * dayMs)

const nextMidnight = (at: number) => (Math.floor(at / dayMs) + 1) * dayMs
