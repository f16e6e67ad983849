import { type Database, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { sensitiveKinds, sensitiveOperations } from '#lib/domain/sensitive-operations.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { readWindowDays } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { callsWithinScope } from './calls-within-scope.ts'

export type CallerOperation = {
  operation: string
  vault: string
  /** Both null when the operation names no object. */
  kind: ObjectKind | null
  name: string | null
  /** The object is in the inventory at that instant. */
  stands: boolean
  calls: number
  lastAt: Date
}

const sensitive: string[] = sensitiveKinds.flatMap((kind) => [...sensitiveOperations[kind]])

/**
 * What did one caller do with success besides reading, in the 30 days before an instant? What takes away, carries out or
 * brings back comes first, then the latest; `total` counts all such lines.
 */
export async function listCallerOperations(
  db: Database,
  scope: Scope,
  { at, callerId, most }: { at: Date; callerId: number; most: number },
): Promise<{ rows: CallerOperation[]; total: number }> {
  const rows = await db.$queryRaw<(CallerOperation & { total: number })[]>(sql`
    select d.operation, v.name as vault, d.kind::text as kind, coalesce(o.name, d.name_key) as name,
      os.id is not null as stands, d.calls,
      d.last_at as "lastAt", (count(*) over ())::int as total
    from (
      select a.operation, a.vault_id, a.kind, a.name_key, sum(a.calls)::int as calls, max(a.last_at) as last_at
      from every_access_day a
      where a.caller_id = ${callerId} and ${callsWithinScope(scope, { at, days: readWindowDays })} and a.outcome = 'ok'
        and a.operation <> all(${readingOperations})
      group by a.operation, a.vault_id, a.kind, a.name_key) d
    join vault v on v.id = d.vault_id
    left join vault_object o on o.vault_id = d.vault_id and o.kind = d.kind and o.name_key = d.name_key
    left join object_state os on os.object_id = o.id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
    order by (d.operation = any(${sensitive})) desc, d.last_at desc, v.name, d.operation, d.kind, d.name_key
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
