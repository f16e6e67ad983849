// Upserts the daily sums of the access log. Reading the same window twice changes nothing: equal rows are not touched.
import type { LogWorkspace } from '#lib/azure/list-workspaces.ts'
import type { AccessSummaryRow } from '#lib/azure/summarize-access.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { rememberCallers } from './remember-callers.ts'

/** Rows of vaults that are not in the inventory are left out: the log outlives deleted vaults. */
export async function rememberAccess(
  db: Database,
  workspace: LogWorkspace,
  rows: readonly AccessSummaryRow[],
  vaultIds: ReadonlyMap<string, number>,
  window: { coveredFromAt: Date; coveredUntilAt: Date },
): Promise<void> {
  const known = rows.flatMap((row) => {
    const vaultId = vaultIds.get(row.vaultResourceId)
    return vaultId === undefined
      ? []
      : [{ ...row, vaultId, day: row.day.toISOString().slice(0, 10), identity: row.caller.identity }]
  })
  await rememberCallers(db, known)
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw(sql`
        insert into access_day (day, vault_id, kind, name_key, version, caller_id, operation, outcome, calls, addresses, first_at, last_at)
        select seen.* from (
        select row.day, row."vaultId" as vault_id, row.kind::object_kind as kind, lower(row.name) as name_key, row.version,
          caller.id as caller_id, row.operation, row.outcome, sum(row.calls)::int as calls, max(row.addresses) as addresses,
          min(row."firstAt") as first_at, max(row."lastAt") as last_at
        from jsonb_to_recordset(${JSON.stringify(known)}::jsonb)
          as row(day date, "vaultId" int, kind text, name text, version text, identity text, operation text, outcome text,
            calls int, addresses int, "firstAt" timestamptz, "lastAt" timestamptz)
        join caller on caller.identity = row.identity
        group by 1, 2, 3, 4, 5, 6, 7, 8) seen
        -- A conflict locks its row, and a lock is written down: what is known already is not even offered.
        where not exists (
          select from access_day held
          where (held.vault_id, held.kind, held.name_key, held.day, held.version, held.caller_id, held.operation, held.outcome)
            = (seen.vault_id, seen.kind, seen.name_key, seen.day, seen.version, seen.caller_id, seen.operation, seen.outcome)
            and (held.calls, held.addresses, held.first_at, held.last_at)
              is not distinct from (seen.calls, seen.addresses, seen.first_at, seen.last_at))
        -- In one order for everybody, for the same reason as callers: a vault may log to two workspaces.
        order by 2, 3, 4, 1, 5, 6, 7, 8
        on conflict (vault_id, kind, name_key, day, version, caller_id, operation, outcome) do update set
          calls = excluded.calls, addresses = excluded.addresses, first_at = excluded.first_at, last_at = excluded.last_at
        where (access_day.calls, access_day.addresses, access_day.first_at, access_day.last_at)
          is distinct from (excluded.calls, excluded.addresses, excluded.first_at, excluded.last_at)`)
      await tx.logWorkspace.upsert({
        where: { resourceId: workspace.resourceId },
        create: { resourceId: workspace.resourceId, customerId: workspace.customerId, ...window },
        update: { customerId: workspace.customerId, coveredUntilAt: window.coveredUntilAt },
      })
    },
    { maxWait: 60_000, timeout: 300_000 },
  )
}
