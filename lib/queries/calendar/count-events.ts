import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { getPolicy } from '../get-policy.ts'
import { waivedAt } from '../waived-at.ts'
import { calendarEvents } from './calendar-events.ts'
import type { CalendarQuestion, EventKind } from './calendar-filter.ts'

/** `waived`: of those, what was accepted for a while once it was due. */
export type EventCount = Record<EventKind, number> & { waived: number }

/** How many events of each kind are there in a span? */
export async function countEvents(db: Database, scope: Scope, question: CalendarQuestion): Promise<EventCount> {
  const policy = await getPolicy(db, question)
  const event = { ruleId: sql`e.rule_id`, vaultId: sql`e.vault_id`, objectId: sql`e.object_id` }
  const [row] = await db.$queryRaw<EventCount[]>(sql`
    select count(*) filter (where e.what = 'expiry')::int as expiry,
      count(*) filter (where e.what = 'rotation')::int as rotation,
      count(*) filter (where e.due_at <= ${question.at} and ${waivedAt(question.at, event)})::int as waived
    from (${calendarEvents(scope, { ...question, policy })}) e`)
  if (!row) throw new Error('a count without a row')
  return row
}
