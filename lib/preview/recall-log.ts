// What the access log said of some vaults at each of several points.
import { type Database, joinSql, sql } from '#lib/db/open-database.ts'
import type { ObjectReads } from '#lib/domain/evidence.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

type ReadRow = {
  i: number
  vaultId: number
  kind: ObjectKind
  name: string
  caller: string
  calls: number
  lastReadAt: Date
}

export type LogHistory = {
  /** Of each vault, the first day of which the log has a row. */
  firstRowAt: ReadonlyMap<number, Date>
  /** Successful reads by `i/vault id`, `i` counting the points. */
  reads: ReadonlyMap<string, ObjectReads[]>
}

/**
 * What the access log said of these vaults at each point, as far as it is remembered now. Rows that had not arrived in
 * their workspace at the time are here all the same: the preview knows of reads which the snapshot of that day could not.
 */
export async function recallLog(
  db: Database,
  vaultIds: readonly number[],
  { points, windowDays }: { points: readonly { i: number; capturedAt: Date }[]; windowDays: number },
): Promise<LogHistory> {
  const places = points.map(({ i, capturedAt }) => sql`(${i}::int, ${capturedAt}::timestamptz)`)
  const [first, reads] = await Promise.all([
    db.$queryRaw<{ vaultId: number; firstRowAt: Date | null }[]>(sql`
      select id as "vaultId", greatest(
        (select min(day)::timestamp at time zone 'UTC' from access_day where vault_id = id),
        (select min(covered_from_at) from log_workspace)) as "firstRowAt"
      from unnest(${[...vaultIds]}::int[]) id
      where exists (select from access_day where vault_id = id)`),
    db.$queryRaw<ReadRow[]>(sql`
      select p.i, a.vault_id as "vaultId", a.kind::text as kind, a.name_key as name, c.name as caller,
        sum(a.calls)::int as calls,
        -- Of a day that goes on after the point only its first read surely came before it.
        max(case when a.last_at <= p.at then a.last_at else a.first_at end) as "lastReadAt"
      from (values ${joinSql(places)}) p(i, at)
      join access_day a on a.vault_id = any(${[...vaultIds]}::int[])
        and a.day >= ((p.at - ${windowDays}::int * interval '24 hours') at time zone 'UTC')::date
        and a.first_at <= p.at and a.last_at >= p.at - ${windowDays}::int * interval '24 hours'
      join caller c on c.id = a.caller_id
      where a.outcome = 'ok' and a.operation = any(${[...readingOperations]})
      group by p.i, a.vault_id, a.kind, a.name_key, c.id
      order by p.i, a.vault_id, a.kind, a.name_key, c.name, c.id`),
  ])
  const grouped = Map.groupBy(reads, ({ i, vaultId }) => `${i}/${vaultId}`)
  return {
    firstRowAt: new Map(first.flatMap(({ vaultId, firstRowAt }) => (firstRowAt ? [[vaultId, firstRowAt]] : []))),
    reads: new Map([...grouped].map(([key, found]) => [key, byReadObject(found)])),
  }
}

function byReadObject(rows: readonly ReadRow[]): ObjectReads[] {
  const objects = new Map<string, ObjectReads & { callers: { caller: string; calls: number; lastReadAt: Date }[] }>()
  for (const { kind, name, caller, calls, lastReadAt } of rows) {
    const key = `${kind}/${name}`
    const reads = objects.get(key) ?? { kind, name, callers: [] }
    reads.callers.push({ caller, calls, lastReadAt })
    objects.set(key, reads)
  }
  return [...objects.values()]
}
