import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { getPolicy } from '../get-policy.ts'
import type { CalendarQuestion } from './calendar-filter.ts'
import { type CalendarEvent, eventRows } from './event-rows.ts'

/** What expires and falls due in a span, one page of it in the order it comes? `page` starts at 1. */
export async function listEvents(
  db: Database,
  scope: Scope,
  { page, pageSize, ...question }: CalendarQuestion & { page: number; pageSize: number },
): Promise<CalendarEvent[]> {
  const policy = await getPolicy(db, question)
  const part = { limit: pageSize, offset: (page - 1) * pageSize }
  return db.$queryRaw<CalendarEvent[]>(eventRows(scope, { ...question, policy }, part))
}
