// Upserts calls by day. Log rows are never taken back, so of two sums of one day the greater is the one that saw more of it:
// a late row adds to its day, and a part of an answer takes nothing away.
import type { AccessSummaryRow } from '#lib/azure/rows/access-row.ts'
import { type Sql, sql } from '#lib/db/open-database.ts'

type Writer = { $executeRaw(query: Sql): Promise<number> }
type Call = AccessSummaryRow & { vaultId: number }

/** Rows sent with one statement: a day of a large organization is hundreds of thousands, and text has a limit. */
const rowsAtOnce = 20_000

/** The callers must be known already. Returns how many rows were written. */
export async function rememberCalls(db: Writer, calls: readonly Call[]): Promise<number> {
  let written = 0
  for (let from = 0; from < calls.length; from += rowsAtOnce) {
    const batch = calls.slice(from, from + rowsAtOnce)
    written += await toObjects(
      db,
      batch.filter(({ object }) => object !== null),
    )
    written += await toVaults(
      db,
      batch.filter(({ object }) => object === null),
    )
  }
  return written
}

const asJson = (calls: readonly Call[]) =>
  JSON.stringify(
    calls.map(({ day, object, vaultResourceId: _, hours, ...row }) => ({
      ...row,
      day: day.toISOString().slice(0, 10),
      kind: object?.kind,
      name: object?.name,
      hours: `{${hours.join(',')}}`,
    })),
  )

const columns = sql`day date, "vaultId" int, kind text, name text, version text, identity text, operation text, outcome text,
  address text, calls int, hours int[], "firstAt" timestamptz, "lastAt" timestamptz`

/*
 * In both statements: a conflict locks its row, and a lock is written down, so what is known already is not even offered. And
 * rows come in one order for everybody: a vault may log to two workspaces, and two transactions that lock the same rows in
 * different orders wait for each other.
 */
async function toObjects(db: Writer, calls: readonly Call[]): Promise<number> {
  if (calls.length === 0) return 0
  return db.$executeRaw(sql`
    insert into access_day (day, vault_id, kind, name_key, version, caller_id, operation, outcome, address, calls, hours, first_at, last_at)
    select seen.* from (
      select row.day, row."vaultId" as vault_id, row.kind::object_kind as kind, lower(row.name) as name_key, row.version,
        caller.id as caller_id, row.operation, row.outcome, row.address, row.calls, row.hours, row."firstAt" as first_at,
        row."lastAt" as last_at
      from jsonb_to_recordset(${asJson(calls)}::jsonb) as row(${columns})
      join caller on caller.identity = row.identity) seen
    where not exists (
      select from access_day held
      where (held.vault_id, held.kind, held.name_key, held.day, held.version, held.caller_id, held.operation, held.outcome, held.address)
        = (seen.vault_id, seen.kind, seen.name_key, seen.day, seen.version, seen.caller_id, seen.operation, seen.outcome, seen.address)
        and held.calls >= seen.calls and cardinality(held.hours) > 0)
    order by 2, 3, 4, 1, 5, 6, 7, 8, 9
    on conflict (vault_id, kind, name_key, day, version, caller_id, operation, outcome, address) do update set
      calls = excluded.calls, hours = excluded.hours,
      first_at = least(access_day.first_at, excluded.first_at), last_at = greatest(access_day.last_at, excluded.last_at)
    where access_day.calls < excluded.calls or cardinality(access_day.hours) = 0`)
}

async function toVaults(db: Writer, calls: readonly Call[]): Promise<number> {
  if (calls.length === 0) return 0
  return db.$executeRaw(sql`
    insert into vault_access_day (day, vault_id, caller_id, operation, outcome, address, calls, first_at, last_at)
    select seen.* from (
      select row.day, row."vaultId" as vault_id, caller.id as caller_id, row.operation, row.outcome, row.address, row.calls,
        row."firstAt" as first_at, row."lastAt" as last_at
      from jsonb_to_recordset(${asJson(calls)}::jsonb) as row(${columns})
      join caller on caller.identity = row.identity) seen
    where not exists (
      select from vault_access_day held
      where (held.vault_id, held.day, held.caller_id, held.operation, held.outcome, held.address)
        = (seen.vault_id, seen.day, seen.caller_id, seen.operation, seen.outcome, seen.address)
        and held.calls >= seen.calls)
    order by 2, 1, 3, 4, 5, 6
    on conflict (vault_id, day, caller_id, operation, outcome, address) do update set
      calls = excluded.calls,
      first_at = least(vault_access_day.first_at, excluded.first_at), last_at = greatest(vault_access_day.last_at, excluded.last_at)
    where vault_access_day.calls < excluded.calls`)
}
