import type { HeardDay } from '#lib/azure/rows/access-row.ts'
import { type Sql, sql } from '#lib/db/open-database.ts'

/** Notes the days of which a workspace had any row of a vault. As with calls, of two sums of one day the greater one stays. */
export async function rememberHeardDays(
  db: { $executeRaw(query: Sql): Promise<number> },
  workspaceId: number,
  days: readonly (HeardDay & { vaultId: number })[],
): Promise<void> {
  if (days.length === 0) return
  const heard = days.map(({ vaultResourceId: _, day, ...row }) => ({ ...row, day: day.toISOString().slice(0, 10) }))
  await db.$executeRaw(sql`
    insert into log_day (vault_id, workspace_id, day, calls, first_at, last_at, own_last_at)
    select row."vaultId", ${workspaceId}::int, row.day, row.calls, row."firstAt", row."lastAt", row."ownLastAt"
    from jsonb_to_recordset(${JSON.stringify(heard)}::jsonb)
      as row("vaultId" int, day date, calls int, "firstAt" timestamptz, "lastAt" timestamptz, "ownLastAt" timestamptz)
    order by 1, 3
    on conflict (vault_id, day, workspace_id) do update set
      calls = excluded.calls, first_at = least(log_day.first_at, excluded.first_at),
      last_at = greatest(log_day.last_at, excluded.last_at),
      own_last_at = greatest(log_day.own_last_at, excluded.own_last_at)
    where log_day.calls < excluded.calls or log_day.own_last_at is distinct from greatest(log_day.own_last_at, excluded.own_last_at)`)
}
