import type { Caller } from '#lib/azure/rows/access-row.ts'
import { type Database, sql } from '#lib/db/open-database.ts'

/**
 * Makes sure every caller has an identity of ours, and widens the time it was seen in. A statement of its own, and in one
 * order for everybody: workspaces are read side by side and share callers, and two transactions that lock the same rows in
 * different orders wait for each other until the database ends one of them.
 */
export async function rememberCallers(
  db: Database,
  rows: readonly { caller: Caller; firstAt: Date; lastAt: Date }[],
): Promise<void> {
  const callers = [...Map.groupBy(rows, ({ caller }) => caller.identity).values()].flatMap(([row, ...more]) => {
    if (!row) return []
    const all = [row, ...more]
    return {
      ...row.caller,
      firstAt: new Date(Math.min(...all.map(({ firstAt }) => firstAt.getTime()))),
      lastAt: new Date(Math.max(...all.map(({ lastAt }) => lastAt.getTime()))),
    }
  })
  await db.$executeRaw(sql`
    insert into caller (identity, kind, name, seen_first_at, seen_last_at)
    select identity, kind, name, "firstAt", "lastAt"
    from jsonb_to_recordset(${JSON.stringify(callers)}::jsonb)
      as row(identity text, kind text, name text, "firstAt" timestamptz, "lastAt" timestamptz)
    order by identity
    on conflict (identity) do update set
      name = excluded.name, kind = excluded.kind,
      seen_first_at = least(caller.seen_first_at, excluded.seen_first_at),
      seen_last_at = greatest(caller.seen_last_at, excluded.seen_last_at)
    where (caller.name, caller.kind) is distinct from (excluded.name, excluded.kind)
      or excluded.seen_first_at < caller.seen_first_at or excluded.seen_last_at > caller.seen_last_at`)
}
