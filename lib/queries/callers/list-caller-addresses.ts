import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { readWindowDays } from '../findings/last-read.ts'
import { callsWithinScope, isRead } from './calls-within-scope.ts'

export type CallerAddress = {
  /** As the log has it; '' when it names none. */
  address: string
  reads: number
  /** All calls, the refused ones too. */
  calls: number
  denied: number
  /** In the window. */
  firstAt: Date
  lastAt: Date
}

/** From where does one caller come, in the 30 days before an instant? The busiest first; `total` counts all of them. */
export async function listCallerAddresses(
  db: Database,
  scope: Scope,
  { at, callerId, most }: { at: Date; callerId: number; most: number },
): Promise<{ rows: CallerAddress[]; total: number }> {
  const rows = await db.$queryRaw<(CallerAddress & { total: number })[]>(sql`
    select a.address, coalesce(sum(a.calls) filter (where ${isRead}), 0)::int as reads, sum(a.calls)::int as calls,
      coalesce(sum(a.calls) filter (where a.outcome = 'denied'), 0)::int as denied, min(a.first_at) as "firstAt",
      max(a.last_at) as "lastAt", (count(*) over ())::int as total
    from every_access_day a
    where a.caller_id = ${callerId} and ${callsWithinScope(scope, { at, days: readWindowDays })}
    group by a.address
    order by reads desc, calls desc, a.address
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
