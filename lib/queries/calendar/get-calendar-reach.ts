import { type Database, sql } from '#lib/db/open-database.ts'
import { listParts } from '#lib/domain/observed.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { standingObjects } from '../standing-objects.ts'
import { withinScope } from '../within-scope.ts'
import { aboutObject, isRotationKnown } from './calendar-events.ts'
import type { CalendarFilter } from './calendar-filter.ts'
import { notReadSince } from './not-read-since.ts'

export type CalendarReach = {
  /** Enabled objects, and those of them that never expire. */
  enabled: number
  undated: number
  /** Enabled secrets of which nobody can say when they are due for rotation. */
  undecided: number
  /** Vaults of which some list of objects is not read any more: what stood in it is shown as last seen. Since when at most. */
  lastSeen: number
  lastSeenSince: Date | null
  /** Vaults of which some list was never read, or broke off: what else is in them is not known. */
  unseen: number
}

/** How much of what there is can the calendar know? Objects by the filter, vaults by the scope alone. */
export async function getCalendarReach(
  db: Database,
  scope: Scope,
  { at, filter }: { at: Date; filter: CalendarFilter },
): Promise<CalendarReach> {
  const [row] = await db.$queryRaw<CalendarReach[]>(sql`
    with standing as materialized (
      select o.* from (${standingObjects(scope, at)}) o left join vault_state vs on vs.id = o.vault_state_id
      where o.enabled and ${aboutObject(filter)}),
    gap as materialized (
      select g.vault_id, g.status, ${notReadSince(at, { vaultId: sql`g.vault_id`, part: sql`g.part` })} as since,
        exists (
          select from observation b
          where b.vault_id = g.vault_id and b.part = g.part and b.status <> 'not' and b.valid_from <= ${at}) as known
      from observation g
      left join vault_state vs on vs.vault_id = g.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
      where g.part = any(${[...listParts]}) and (g.status = 'not' or (g.status = 'partly' and g.missing = 'items'))
        and ${heldAt(at, sql`g.valid_from`, sql`g.valid_to`)} and (${withinScope(scope, sql`vs.owner`)}
          or g.vault_id in (select vault_id from standing)))
    select s.*, g.*
    from (
      select count(*)::int as enabled, count(*) filter (where expires_at is null)::int as undated,
        count(*) filter (where o.kind = 'secret' and not ${isRotationKnown(at)})::int as undecided
      from standing o) s
    cross join (
      select count(distinct vault_id) filter (where known and status = 'not')::int as "lastSeen",
        min(since) filter (where known) as "lastSeenSince",
        count(distinct vault_id) filter (where not known or status = 'partly')::int as unseen
      from gap) g`)
  if (!row) throw new Error('a count without a row')
  return row
}
