import { type Database, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type NamedCaller, namedCaller } from '../callers/named-caller.ts'
import { dateOf, readWindowDays } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

export type VaultReader = NamedCaller & {
  callerId: number
  /** Objects it read. */
  objects: number
  calls: number
  /** Calls that were refused, over the same objects. */
  denied: number
  /** Null: every call was refused. */
  lastReadAt: Date | null
}

/** Who read, or tried to read, what is in this vault in the window? The busiest first; `total` counts all of them. */
export async function listVaultReaders(
  db: Database,
  scope: Scope,
  { at, vaultId, most }: { at: Date; vaultId: number; most: number },
): Promise<{ rows: VaultReader[]; total: number }> {
  const rows = await db.$queryRaw<(VaultReader & { total: number })[]>(sql`
      select c.id as "callerId", ${namedCaller},
        (count(distinct (a.kind, a.name_key)) filter (where a.outcome = 'ok'))::int as objects,
        coalesce(sum(a.calls) filter (where a.outcome = 'ok'), 0)::int as calls,
        coalesce(sum(a.calls) filter (where a.outcome = 'denied'), 0)::int as denied,
        max(a.last_at) filter (where a.outcome = 'ok') as "lastReadAt", (count(*) over ())::int as total
      from access_day a
      join caller c on c.id = a.caller_id
      left join vault_state vs on vs.vault_id = a.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
      left join vault_object o on o.vault_id = a.vault_id and o.kind = a.kind and o.name_key = a.name_key
      left join object_state os on os.object_id = o.id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
      where a.vault_id = ${vaultId} and a.day >= ${dateOf(at, readWindowDays)}::date and a.day <= ${dateOf(at)}::date
        and a.last_at <= ${at} and a.outcome in ('ok', 'denied') and a.operation = any(${readingOperations})
        and ${withinScope(scope, sql`os.owner`, sql`vs.owner`)}
      group by c.id
      order by calls desc, denied desc, c.name, c.id
      limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
