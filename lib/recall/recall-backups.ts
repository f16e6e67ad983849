// Which objects of a vault were backed up, and when last?
import { type Database, sql } from '#lib/db/open-database.ts'
import type { AccessLog } from '#lib/domain/evidence.ts'
import { sensitiveOperations } from '#lib/domain/sensitive-operations.ts'
import { type Asked, byPlace, lastBefore, momentsTable, type Placed, withinDays } from './access-moment.ts'

type Backup = AccessLog['backups'][number]

export async function recallBackups(db: Database, { vaultIds, moments, days }: Asked): Promise<Map<string, Backup[]>> {
  const rows = await db.$queryRaw<Placed<Backup>[]>(sql`
    select p.i, a.vault_id as "vaultId", a.kind::text as kind, a.name_key as name, ${lastBefore} as "lastAt"
    from ${momentsTable(moments)}
    join access_day a on a.vault_id = any(${[...vaultIds]}::int[]) and ${withinDays(days)}
    where a.outcome = 'ok' and a.operation = any(${[...sensitiveOperations['backed-up']]})
    group by p.i, a.vault_id, a.kind, a.name_key
    order by p.i, a.vault_id, a.kind, a.name_key`)
  return new Map(
    [...byPlace(rows)].map(([place, found]) => [
      place,
      found.map(({ kind, name, lastAt }) => ({ kind, name, lastAt })),
    ]),
  )
}
