import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { readWindowDays } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { callsWithinScope } from './calls-within-scope.ts'

export type RefusedCalls = {
  /** Midnight (UTC). */
  day: Date
  operation: string
  vault: string
  /** What was asked for; both null when the call names no object. */
  kind: ObjectKind | null
  name: string | null
  /** The object is in the inventory at that instant. */
  stands: boolean
  calls: number
  firstAt: Date
  lastAt: Date
}

/**
 * Which calls of one caller were refused (`denied`) or slowed down (`throttled`) in the 30 days before an instant? By day,
 * operation and object, the latest first; `total` counts all such lines and `calls` all such calls.
 */
export async function listRefusedCalls(
  db: Database,
  scope: Scope,
  { at, callerId, outcome, most }: { at: Date; callerId: number; outcome: 'denied' | 'throttled'; most: number },
): Promise<{ rows: RefusedCalls[]; total: number; calls: number }> {
  const rows = await db.$queryRaw<(RefusedCalls & { total: number; all: number })[]>(sql`
    select r.day, r.operation, v.name as vault, r.kind::text as kind, coalesce(o.name, r.name_key) as name,
      os.id is not null as stands, r.calls,
      r.first_at as "firstAt", r.last_at as "lastAt", (count(*) over ())::int as total, (sum(r.calls) over ())::int as all
    from (
      select a.day, a.operation, a.vault_id, a.kind, a.name_key, sum(a.calls)::int as calls, min(a.first_at) as first_at,
        max(a.last_at) as last_at
      from every_access_day a
      where a.caller_id = ${callerId} and ${callsWithinScope(scope, { at, days: readWindowDays })} and a.outcome = ${outcome}
      group by a.day, a.operation, a.vault_id, a.kind, a.name_key) r
    join vault v on v.id = r.vault_id
    left join vault_object o on o.vault_id = r.vault_id and o.kind = r.kind and o.name_key = r.name_key
    left join object_state os on os.object_id = o.id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
    order by r.day desc, r.calls desc, v.name, r.operation, r.kind, r.name_key
    limit ${most}`)
  return {
    rows: rows.map(({ total: _, all: __, ...row }) => row),
    total: rows[0]?.total ?? 0,
    calls: rows[0]?.all ?? 0,
  }
}
