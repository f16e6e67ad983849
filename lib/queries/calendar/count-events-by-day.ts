import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { getPolicy } from '../get-policy.ts'
import { calendarEvents } from './calendar-events.ts'
import type { CalendarQuestion, EventKind } from './calendar-filter.ts'

/** `day` is a date in UTC: 2026-12-14. */
export type EventDay = { day: string } & Record<EventKind, number>

/** On which days of a span is anything due, and how much? Days without an event have no row. */
export async function countEventsByDay(db: Database, scope: Scope, question: CalendarQuestion): Promise<EventDay[]> {
  const policy = await getPolicy(db, question)
  return db.$queryRaw<EventDay[]>(sql`
    select to_char(e.due_at at time zone 'UTC', 'YYYY-MM-DD') as day,
      count(*) filter (where e.what = 'expiry')::int as expiry,
      count(*) filter (where e.what = 'rotation')::int as rotation
    from (${calendarEvents(scope, { ...question, policy })}) e
    group by 1
    order by 1`)
}
