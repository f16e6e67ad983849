// One row of the calendar's list, as it is shown and as it is exported.
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Policy } from '#lib/domain/policy.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { lastRead } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { waivedAt } from '../waived-at.ts'
import { calendarEvents } from './calendar-events.ts'
import type { CalendarQuestion, EventKind } from './calendar-filter.ts'
import { listOf, notReadSince } from './not-read-since.ts'

export type CalendarEvent = {
  /** expiry-o12: stable, for links. */
  key: string
  what: EventKind
  dueAt: Date
  kind: ObjectKind
  name: string
  vaultName: string
  /** ARM id of the vault. */
  resourceId: string
  owner: string | null
  environment: string | null
  subscriptionName: string | null
  /** When the current version was made. */
  rotatedAt: Date
  /** The threshold a rotation is due by; null for an expiry. */
  rotationDays: number | null
  /** A key or certificate has a policy that renews it; null where that is not known, or its kind has none. */
  renewsItself: boolean | null
  /** It was due, and is accepted for a while. */
  waived: boolean
  /** Since when the list it stands in could not be read, so that all this is as last seen; null while it is read. */
  notReadSince: Date | null
  lastReadAt: Date | null
  /** The access log of the vault is read, from that day on; false means that an absence of reads says nothing. */
  logCovered: boolean
  logCoveredFrom: Date | null
}

/** The order of events `e`: as they are due, and then by names, so that pages fit together. */
export const eventOrder = sql`
  e.due_at, lower(e.vault_name) collate "C", e.name_key collate "C", e.kind, e.what, e.object_id`

/** A query: the events of a question in the order they are due; without `limit`, all of them. */
export function eventRows(
  scope: Scope,
  question: CalendarQuestion & { policy: Policy },
  { limit = null, offset = 0 }: { limit?: number | null; offset?: number } = {},
): Sql {
  const { at } = question
  const object = { vaultId: sql`e.vault_id`, kind: sql`e.kind`, nameKey: sql`e.name_key` }
  const finding = { ruleId: sql`e.rule_id`, vaultId: sql`e.vault_id`, objectId: sql`e.object_id` }
  return sql`
    select e.what || '-o' || e.object_id as key, e.what, e.due_at as "dueAt", e.kind, e.name, e.vault_name as "vaultName",
      e.resource_id as "resourceId", e.owner, e.environment, e.subscription_name as "subscriptionName",
      e.rotated_at as "rotatedAt", e.rotation_days as "rotationDays", d.renews_itself as "renewsItself",
      (e.due_at <= ${at} and ${waivedAt(at, finding)}) as waived,
      ${notReadSince(at, { vaultId: sql`e.vault_id`, part: listOf(sql`e.kind`) })} as "notReadSince",
      ${lastRead(at, object)} as "lastReadAt", coalesce(log.status = 'read', false) as "logCovered",
      case when log.status = 'read' then (select min(a.day) from access_day a where a.vault_id = e.vault_id) end as "logCoveredFrom"
    from (select * from (${calendarEvents(scope, question)}) e order by ${eventOrder} limit ${limit} offset ${offset}) e
    left join object_detail d on d.object_id = e.object_id and ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)}
    left join observation log on log.vault_id = e.vault_id and log.part = 'access-log'
      and ${heldAt(at, sql`log.valid_from`, sql`log.valid_to`)}
    order by ${eventOrder}`
}
