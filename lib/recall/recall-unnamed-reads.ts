import { type Database, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import { type Asked, lastBefore, momentsTable, type Placed, placeOf, withinDays } from './access-moment.ts'

/** When was something last read of which the log does not say what it was? A malformed id in the log is a read all the same. */
export async function recallUnnamedReads(db: Database, { vaultIds, moments, days }: Asked): Promise<Map<string, Date>> {
  const rows = await db.$queryRaw<Placed<{ lastAt: Date }>[]>(sql`
    select p.i, a.vault_id as "vaultId", ${lastBefore} as "lastAt"
    from ${momentsTable(moments)}
    join vault_access_day a on a.vault_id = any(${[...vaultIds]}::int[]) and ${withinDays(days)}
    where a.outcome = 'ok' and a.operation = any(${[...readingOperations]})
    group by p.i, a.vault_id`)
  return new Map(rows.map(({ i, vaultId, lastAt }) => [placeOf(i, vaultId), lastAt]))
}
