// Where does a change lead? To its subject as it is at the second instant, or as it was last seen where it is gone.
import { addressOf } from '#app/_search/address.ts'
import { vaultHref } from '#app/vaults/search.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import type { ChangeRow } from '#lib/queries/changes/change-row.ts'
import type { Comparison } from './comparison.ts'

type Led = Pick<ChangeRow, 'kind' | 'subject' | 'vaultName' | 'standsAfter' | 'changedAt'>

/** The drawer of an object, or the page of a vault. */
export function subjectHref(row: Led, comparison: Pick<Comparison, 'to' | 'toIsLatest'>, asOf: string | null): string {
  const day = row.standsAfter ? dayOf(comparison, asOf) : lastDayOf(row.changedAt)
  if (row.kind === 'vault') return vaultHref(row.vaultName, day)
  return addressOf('/findings', [
    ['asOf', day],
    ['status', 'all'],
    ['vault', row.vaultName],
    ['row', row.subject],
  ])
}

/** The day that shows the second instant: the view's own while nothing later is known. */
export const dayOf = ({ to, toIsLatest }: Pick<Comparison, 'to' | 'toIsLatest'>, asOf: string | null) =>
  toIsLatest ? asOf : isoDate(to)

/** A day shows what was there when it ended. */
export const lastDayOf = (goneAt: Date) => isoDate(addDays(goneAt, -1))
