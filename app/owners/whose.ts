// Whose page it is, what it is asked to show of what is due, and where the rows behind its numbers are.
import { addressOf } from '#app/_search/address.ts'
import { dateIn, type SearchParams } from '#app/_search/params.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { isoDate } from '#lib/format/date.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'

export type Whose = {
  /** A name, `none` for what nobody owns, or null for all that whoever looks may see: everything of that is theirs. */
  owner: string | null
  /** Of the page itself. */
  path: string
  /** The name the page is of, where its path does not say it. */
  name: string | null
}

/** The day on which the week begins that the list of what is due is narrowed to. */
export const weekIn = (params: SearchParams): Date | null => dateIn(params.week)

/** The address of the page itself, with one week of what is due. */
export const pageHref = ({ path, name }: Whose, week: Date | null, asOf: string | null): string =>
  addressOf(path, [
    ['asOf', asOf],
    ['name', name],
    ['week', week ? isoDate(week) : null],
  ])

/** The rows of At risk behind a number of theirs. */
export const rowsHref = ({ owner }: Whose, filter: Partial<FindingFilter>, asOf: string | null): string =>
  findingsHref(withFilter(defaultSearch, { owner, ...filter }), asOf)

/** The same, one row for each finding or check. */
export const checksHref = ({ owner }: Whose, filter: Partial<FindingFilter>, asOf: string | null): string =>
  findingsHref({ ...withFilter(defaultSearch, { owner, ...filter }), group: 'finding' }, asOf)
