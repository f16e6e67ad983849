// The one place that says what is in the calendar: its months, its lists, its files and its feeds are all built on it, so that
// they cannot differ.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Policy } from '#lib/domain/policy.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { none } from '../findings/finding-filter.ts'
import { standingObjects } from '../standing-objects.ts'
import { type CalendarQuestion, eventKinds } from './calendar-filter.ts'
import { rotationDays, rotationDaysWithin } from './rotation-days.ts'

/**
 * The condition that it can be said when a secret `o` is due. Where a source does not tell whether it belongs to a
 * certificate, or dates it after the snapshot, the rule of rotation answers unknown, and so does the calendar.
 */
export const isRotationKnown = (at: Date): Sql =>
  sql`(o.managed is false and o.created_at <= ${at}::timestamptz + interval '24 hours')`

/**
 * A subquery, one row per event: what is due (`what`, `due_at`), about which object, and where it stands. `policy` is the one
 * of that instant. Disabled objects have no events: nothing breaks when they expire.
 */
export function calendarEvents(scope: Scope, question: CalendarQuestion & { policy: Policy }): Sql {
  const { events } = question.filter
  const wanted = eventKinds.filter((kind) => events.length === 0 || events.includes(kind))
  const parts = { expiry: expiries, rotation: rotations }
  return joinSql(
    wanted.map((kind) => parts[kind](scope, question)),
    ' union all ',
  )
}

const aboutEvent = sql`
  o.object_id, o.kind, o.name, o.name_key, o.owner, o.created_at as rotated_at, greatest(o.since, vs.valid_from) as since,
  v.id as vault_id, v.name as vault_name, v.resource_id, vs.environment, vs.subscription_id, vs.subscription_name`

const objects = (scope: Scope, at: Date) => sql`
  (${standingObjects(scope, at)}) o
  join vault v on v.id = o.vault_id
  left join vault_state vs on vs.id = o.vault_state_id`

function expiries(scope: Scope, { at, filter, span: { from, to } }: CalendarQuestion): Sql {
  return sql`
    select 'expiry' as what, o.expires_at as due_at, null::int as rotation_days, o.kind || '-expired' as rule_id, ${aboutEvent}
    from ${objects(scope, at)}
    where ${allOf([
      sql`o.enabled and o.expires_at is not null and ${aboutObject(filter)}`,
      from && sql`o.expires_at >= ${from}`,
      to && sql`o.expires_at < ${to}`,
    ])}`
}

function rotations(
  scope: Scope,
  { at, filter, span: { from, to }, policy }: CalendarQuestion & { policy: Policy },
): Sql {
  const { least, most } = rotationDaysWithin(policy)
  const days = rotationDays(policy, {
    vaultName: sql`v.name`,
    subscriptionId: sql`vs.subscription_id`,
    subscriptionName: sql`vs.subscription_name`,
    environment: sql`vs.environment`,
    owner: sql`o.owner`,
    vaultTags: sql`vs.tags`,
    objectTags: sql`o.tags`,
  })
  // Which override is for a secret is the dear part, where it asks for tags: asked once each ("offset 0" keeps the planner from
  // asking again wherever the answer is used), and not at all of those that no override could bring into the span.
  return sql`
    select 'rotation' as what, e.due_at, e.rotation_days, 'secret-overdue-for-rotation' as rule_id, ${aboutEvent}
    from ${objects(scope, at)}
    cross join lateral (
      select o.created_at + d.days * interval '24 hours' as due_at, d.days as rotation_days
      from (select ${days} as days offset 0) d offset 0) e
    where ${allOf([
      sql`o.enabled and o.kind = 'secret' and ${isRotationKnown(at)} and ${aboutObject(filter)}`,
      from && sql`o.created_at >= ${from}::timestamptz - ${most}::int * interval '24 hours' and e.due_at >= ${from}`,
      to && sql`o.created_at < ${to}::timestamptz - ${least}::int * interval '24 hours' and e.due_at < ${to}`,
    ])}`
}

/** The conditions on the object `o` itself and its place `vs`. */
export function aboutObject({ owner, environments, subscriptions, kinds }: CalendarQuestion['filter']): Sql {
  const named = environments.filter((environment) => environment !== none)
  return allOf([
    owner !== null && (owner === none ? sql`o.owner is null` : sql`o.owner = ${lower(owner)}`),
    kinds.length > 0 && sql`o.kind = any(${[...kinds]}::object_kind[])`,
    environments.length > 0 &&
      sql`(vs.environment = any(${named.map(lower)}) or (${environments.includes(none)} and vs.environment is null))`,
    subscriptions.length > 0 &&
      sql`(vs.subscription_id = any(${[...subscriptions]}) or lower(vs.subscription_name) = any(${subscriptions.map(lower)}))`,
  ])
}

const lower = (text: string) => text.toLowerCase()

const allOf = (conditions: readonly (Sql | false | null)[]) =>
  joinSql([sql`true`, ...conditions.filter((wanted) => wanted !== false && wanted !== null)], ' and ')
