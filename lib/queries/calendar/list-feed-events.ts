import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { getPolicy } from '../get-policy.ts'
import { calendarEvents } from './calendar-events.ts'
import { type CalendarSpan, everyEvent } from './calendar-filter.ts'
import { type CalendarEvent, eventOrder } from './event-rows.ts'
import { listOf, notReadSince } from './not-read-since.ts'

export type FeedEvent = Pick<
  CalendarEvent,
  | 'what'
  | 'dueAt'
  | 'kind'
  | 'name'
  | 'vaultName'
  | 'resourceId'
  | 'owner'
  | 'environment'
  | 'rotatedAt'
  | 'rotationDays'
  | 'notReadSince'
> & {
  /** The snapshot since which the event is as it is: its object, its vault, or the policy it is due by. */
  changedAt: Date
}

/** What does a calendar feed hold, the first `most` in the order they come? Between two snapshots only the span moves. */
export async function listFeedEvents(
  db: Database,
  scope: Scope,
  { at, span, most }: { at: Date; span: CalendarSpan; most: number },
): Promise<FeedEvent[]> {
  const policy = await getPolicy(db, { at })
  return db.$queryRaw<FeedEvent[]>(sql`
    with judged as materialized (
      select min(first.captured_at) as since
      from snapshot first
      where first.status in ('complete', 'partial') and first.captured_at <= ${at}
        and first.policy_version_id = (
          select policy_version_id from snapshot
          where status in ('complete', 'partial') and captured_at <= ${at} order by captured_at desc limit 1))
    select e.what, e.due_at as "dueAt", e.kind, e.name, e.vault_name as "vaultName", e.resource_id as "resourceId", e.owner,
      e.environment, e.rotated_at as "rotatedAt", e.rotation_days as "rotationDays",
      ${notReadSince(at, { vaultId: sql`e.vault_id`, part: listOf(sql`e.kind`) })} as "notReadSince",
      greatest(e.since, case when e.what = 'rotation' then judged.since end) as "changedAt"
    from (
      select * from (${calendarEvents(scope, { at, span, filter: everyEvent, policy })}) e
      order by ${eventOrder} limit ${most}) e
    cross join judged
    order by ${eventOrder}`)
}
