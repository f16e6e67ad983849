import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type NamedCaller, namedCaller } from '../callers/named-caller.ts'
import { dateOf, readWindowDays } from '../findings/last-read.ts'
import { callsToObject, type ObjectQuestion } from './calls-to-object.ts'

export type ObjectRefusal = NamedCaller & {
  day: Date
  /** `missing`: the object, or the version that was named, was not there. */
  outcome: 'denied' | 'throttled' | 'missing'
  operations: string[]
  calls: number
  firstAt: Date
  lastAt: Date
}

/**
 * Which calls to this object were denied, throttled, or found nothing there, by day and caller, in the window? The latest
 * first; `total` counts all rows, `most` are given.
 */
export async function listObjectRefusals(
  db: Database,
  scope: Scope,
  { most, ...question }: ObjectQuestion & { most: number },
): Promise<{ rows: ObjectRefusal[]; total: number }> {
  const rows = await db.$queryRaw<(ObjectRefusal & { total: number })[]>(sql`
    select a.day, ${namedCaller}, a.outcome, array_agg(distinct a.operation) as operations, sum(a.calls)::int as calls,
      min(a.first_at) as "firstAt", max(a.last_at) as "lastAt", (count(*) over ())::int as total
    from (${callsToObject(scope, question)}) a
    join caller c on c.id = a.caller_id
    where a.outcome in ('denied', 'throttled', 'missing') and a.day >= ${dateOf(question.at, readWindowDays)}::date
    group by a.day, c.id, a.outcome
    order by a.day desc, calls desc, a.outcome, c.name, c.id
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
