// Who read which object of a vault successfully, as remembered from the access log.
import { type Database, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { ObjectReads } from '#lib/domain/evidence.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

type Row = { kind: ObjectKind; name: string; caller: string; calls: number; lastReadAt: Date }

/** Successful reads in [from, until], by object and caller, and the day the vault's first row of all arrived. */
export async function recallReads(
  db: Database,
  vaultId: number,
  from: Date,
  until: Date,
): Promise<{ firstRowAt: Date | null; reads: ObjectReads[] }> {
  const [first] = await db.$queryRaw<[{ firstRowAt: Date | null }]>(sql`
    select min(day)::timestamptz as "firstRowAt" from access_day where vault_id = ${vaultId}`)
  const rows = await db.$queryRaw<Row[]>(sql`
    select a.kind, a.name_key as name, c.name as caller, sum(a.calls)::int as calls, max(a.last_at) as "lastReadAt"
    from access_day a
    join caller c on c.id = a.caller_id
    where a.vault_id = ${vaultId} and a.day >= ${from}::date and a.last_at >= ${from} and a.last_at <= ${until}
      and a.outcome = 'ok' and a.operation = any(${readingOperations})
    group by a.kind, a.name_key, c.id
    order by a.kind, a.name_key, c.name, c.id`)
  const byObject = Map.groupBy(rows, ({ kind, name }) => `${kind}/${name}`)
  const reads = [...byObject.values()].flatMap(([row, ...more]) =>
    row
      ? [
          {
            kind: row.kind,
            name: row.name,
            callers: [row, ...more].map(({ caller, calls, lastReadAt }) => ({ caller, calls, lastReadAt })),
          },
        ]
      : [],
  )
  return { firstRowAt: first.firstRowAt, reads }
}
