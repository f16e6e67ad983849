// Who read which object of a vault successfully, as remembered from the access log.
import { type Database, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { ObjectReads } from '#lib/domain/evidence.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

type Read = { kind: ObjectKind; name: string; caller: string; calls: number; lastReadAt: Date }
type Row = { firstRowAt: Date | null } & (Read | { kind: null })

/** Successful reads in [from, until], by object and caller, and the day the vault's first row of all arrived. */
export async function recallReads(
  db: Database,
  vaultId: number,
  from: Date,
  until: Date,
): Promise<{ firstRowAt: Date | null; reads: ObjectReads[] }> {
  // One row at least, for the first day; without reads the rest of it is null.
  const rows = await db.$queryRaw<Row[]>(sql`
    select first.day::timestamptz as "firstRowAt", read.*
    from (select min(day) as day from access_day where vault_id = ${vaultId}) first
    left join (
      select a.kind, a.name_key as name, c.id, c.name as caller, sum(a.calls)::int as calls, max(a.last_at) as "lastReadAt"
      from access_day a
      join caller c on c.id = a.caller_id
      where a.vault_id = ${vaultId} and a.day >= ${from}::date and a.last_at >= ${from} and a.last_at <= ${until}
        and a.outcome = 'ok' and a.operation = any(${readingOperations})
      group by a.kind, a.name_key, c.id) read on true
    order by read.kind, read.name, read.caller, read.id`)
  const found = rows.filter((row) => row.kind !== null)
  const byObject = Map.groupBy(found, ({ kind, name }) => `${kind}/${name}`)
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
  return { firstRowAt: rows[0]?.firstRowAt ?? null, reads }
}
