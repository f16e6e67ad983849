import { type Database, sql } from '#lib/db/open-database.ts'

/** How many rows every table has: a row that nothing hangs on, and that no question would show, is one more here. */
export async function rowCounts(db: Database): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<[{ n: number }]>(`select count(*)::int as n from "${name}"`)
    counts[name] = row.n
  }
  return counts
}
