import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type SensitiveKind, sensitiveOperations } from '#lib/domain/sensitive-operations.ts'
import { type NamedCaller, namedCaller } from '../callers/named-caller.ts'
import { callsToObject, type ObjectQuestion } from './calls-to-object.ts'

export type ObjectOperation = NamedCaller & {
  day: Date
  what: SensitiveKind
  operation: string
  outcome: 'ok' | 'denied' | 'missing' | 'throttled' | 'error'
  addresses: string[]
  calls: number
  lastAt: Date
}

const kindOf = Object.entries(sensitiveOperations).flatMap(([what, operations]) =>
  operations.map((operation) => ({ what, operation })),
)

/**
 * Who deleted, purged, backed up, restored or recovered this object, or tried to, over all of the log that is remembered?
 * The latest first; `total` counts all rows, `most` are given.
 */
export async function listObjectOperations(
  db: Database,
  scope: Scope,
  { most, ...question }: ObjectQuestion & { most: number },
): Promise<{ rows: ObjectOperation[]; total: number }> {
  const rows = await db.$queryRaw<(ObjectOperation & { total: number })[]>(sql`
    select a.day, s.what, a.operation, ${namedCaller}, a.outcome, sum(a.calls)::int as calls, max(a.last_at) as "lastAt",
      coalesce(array_agg(distinct a.address) filter (where a.address <> ''), '{}') as addresses,
      (count(*) over ())::int as total
    from (${callsToObject(scope, question)}) a
    join caller c on c.id = a.caller_id
    join jsonb_to_recordset(${JSON.stringify(kindOf)}::jsonb) as s(what text, operation text) on s.operation = a.operation
    group by a.day, s.what, a.operation, c.id, a.outcome
    order by "lastAt" desc, a.operation, a.outcome, c.name, c.id
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
