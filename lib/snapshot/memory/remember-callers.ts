import type { AccessSummaryRow, Caller } from '#lib/azure/rows/access-row.ts'
import { sql } from '#lib/db/open-database.ts'
import type { Remember } from './while-ours.ts'

/**
 * Makes sure everybody who called has an identity of ours, and widens the time they were seen in. A transaction of its own, and
 * in one order for everybody: workspaces are read side by side and share callers, and two transactions that lock the same rows
 * in different orders wait for each other until the database ends one of them.
 */
export async function rememberCallers(
  remember: Remember,
  callers: readonly Caller[],
  calls: readonly Pick<AccessSummaryRow, 'identity' | 'firstAt' | 'lastAt'>[],
): Promise<void> {
  const seen = new Map<string, { firstAt: Date; lastAt: Date }>()
  for (const { identity, firstAt, lastAt } of calls) {
    const before = seen.get(identity)
    if (!before) seen.set(identity, { firstAt, lastAt })
    else {
      if (firstAt < before.firstAt) before.firstAt = firstAt
      if (lastAt > before.lastAt) before.lastAt = lastAt
    }
  }
  // Of vaults outside the inventory nothing is kept, their callers included.
  const named = callers.flatMap((caller) => {
    const span = seen.get(caller.identity)
    return span ? [{ ...caller, ...span }] : []
  })
  if (named.length === 0) return
  await remember((tx) =>
    tx.$executeRaw(sql`
    insert into caller (identity, kind, name, application_id, resource_id, host_id, seen_first_at, seen_last_at)
    select identity, kind, name, "applicationId", "resourceId", "hostId", "firstAt", "lastAt"
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
      as row(identity text, kind text, name text, "applicationId" text, "resourceId" text, "hostId" text,
        "firstAt" timestamptz, "lastAt" timestamptz)
    order by identity
    on conflict (identity) do update set
      name = excluded.name, kind = excluded.kind, application_id = excluded.application_id,
      resource_id = excluded.resource_id, host_id = excluded.host_id,
      seen_first_at = least(caller.seen_first_at, excluded.seen_first_at),
      seen_last_at = greatest(caller.seen_last_at, excluded.seen_last_at)
    where (caller.name, caller.kind, caller.application_id, caller.resource_id, caller.host_id)
        is distinct from (excluded.name, excluded.kind, excluded.application_id, excluded.resource_id, excluded.host_id)
      or excluded.seen_first_at < caller.seen_first_at or excluded.seen_last_at > caller.seen_last_at`),
  )
}
