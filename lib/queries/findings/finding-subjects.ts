// The one place that says which subjects a filter keeps: the list, its counts and its exports are all built on it, so that
// they cannot differ.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { waivedAt } from '../waived-at.ts'
import { withinScope } from '../within-scope.ts'
import { anybody, type FindingFilter, none } from './finding-filter.ts'
import { readInWindow } from './last-read.ts'

export type FindingQuestion = {
  at: Date
  filter: FindingFilter
  /** One subject of all: an object's id, or a vault's. */
  only?: { objectId: number } | { vaultId: number }
}

/**
 * A subquery, one row per subject: `key` (o12 for an object, v3 for a vault), what it is, where it stands, and its rank:
 * `worst` severity, `weight`, `findings`, `failing_since`; `verdicts` is how many of its verdicts are asked for. Only what the scope may see at that instant. What is waived has
 * no part in the rank, unless it is what was asked for.
 */
export function findingSubjects(scope: Scope, question: FindingQuestion): Sql {
  const { at } = question
  return sql`
    select
      case when o.id is null then 'v' || v.id else 'o' || o.id end as key,
      v.id as vault_id, v.name as vault_name, v.resource_id, o.id as object_id,
      coalesce(o.kind::text, 'vault') as kind, o.kind as object_kind, coalesce(o.name, v.name) as name, o.name_key,
      case when os.owner is not null then 'object' when vs.owner is not null then vs.owner_source end as owner_source,
      coalesce(os.owner, vs.owner) as owner, vs.environment, vs.subscription_id, vs.subscription_name, vs.resource_group,
      os.enabled, os.expires_at, os.created_at as rotated_at, coalesce(log.status = 'read', false) as log_covered,
      f.worst, f.weight, f.findings, f.unknowns, f.verdicts, f.failing_since
    from (${found(question)}) f
    join vault v on v.id = f.vault_id
    left join vault_state vs on vs.vault_id = v.id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
    left join vault_object o on o.id = f.object_id
    left join object_state os on os.object_id = f.object_id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
    left join observation log on log.vault_id = v.id and log.part = 'access-log'
      and ${heldAt(at, sql`log.valid_from`, sql`log.valid_to`)}
    where ${withinScope(scope, sql`os.owner`, sql`vs.owner`)} and ${about(question)}`
}

/** The condition on verdicts `d` joined with their rules `r`: the same for the rank of a subject and for its badges. */
export function wantedVerdicts({ at, filter, only }: FindingQuestion): Sql {
  const { status, rules, severities, areas } = filter
  return allOf([
    heldAt(at, sql`d.valid_from`, sql`d.valid_to`),
    status !== 'all' && sql`d.status = ${status === 'unknown' ? 'unknown' : 'fail'}::remembered_verdict`,
    status === 'waived' && waivedNow(at),
    status === 'fail' && sql`not ${waivedNow(at)}`,
    rules.length > 0 && sql`r.id = any(${[...rules]})`,
    severities.length > 0 && sql`r.severity = any(${[...severities]}::severity[])`,
    areas.length > 0 && sql`r.area = any(${[...areas]})`,
    only && onlyAbout(only, sql`d`),
  ])
}

/** Whether a verdict `d` among the wanted ones is waived. */
export function isWaived({ at, filter: { status } }: FindingQuestion): Sql {
  if (status === 'all') return sql`(d.status = 'fail' and ${waivedNow(at)})`
  return status === 'waived' ? sql`true` : sql`false`
}

const waivedNow = (at: Date) =>
  waivedAt(at, { ruleId: sql`d.rule_id`, vaultId: sql`d.vault_id`, objectId: sql`d.object_id` })

const onlyAbout = (only: NonNullable<FindingQuestion['only']>, row: Sql) =>
  'objectId' in only
    ? sql`${row}.object_id = ${only.objectId}`
    : sql`(${row}.vault_id = ${only.vaultId} and ${row}.object_id is null)`

/** Which subjects have verdicts that are asked for, and how bad they are together. */
function found(question: FindingQuestion): Sql {
  const { status, rules, severities, areas } = question.filter
  const counts = status === 'all' ? sql`d.status = 'fail' and not ${isWaived(question)}` : sql`true`
  const verdicts = sql`
    select d.vault_id, d.object_id,
      min(r.severity) filter (where ${counts}) as worst,
      sum(r.weight) filter (where ${counts})::int as weight,
      count(*) filter (where d.status = 'fail' and ${counts})::int as findings,
      count(*) filter (where d.status = 'unknown')::int as unknowns,
      count(*)::int as verdicts,
      min(d.failing_since) as failing_since
    from verdict d join rule r on r.id = d.rule_id
    where ${wantedVerdicts(question)}
    group by d.vault_id, d.object_id`
  if (status !== 'all' || rules.length > 0 || severities.length > 0 || areas.length > 0) return verdicts
  const { at, only } = question
  // What belongs to a certificate is judged, and listed, as the certificate.
  return sql`
    select s.vault_id, s.object_id, d.worst, d.weight, coalesce(d.findings, 0) as findings,
      coalesce(d.unknowns, 0) as unknowns, coalesce(d.verdicts, 0) as verdicts, d.failing_since
    from (
      select id as vault_id, null::int as object_id from vault
      where seen_first_at <= ${at} and (gone_at is null or gone_at > ${at})
      union all
      select h.vault_id, h.object_id from object_state h join vault_object i on i.id = h.object_id
      where ${heldAt(at, sql`h.valid_from`, sql`h.valid_to`)} and (i.kind = 'certificate' or h.managed is distinct from true)) s
    left join (${verdicts}) d on d.vault_id = s.vault_id and coalesce(d.object_id, 0) = coalesce(s.object_id, 0)
    where ${only ? onlyAbout(only, sql`s`) : sql`true`}`
}

/** The conditions on the subject itself. */
function about({ at, filter }: FindingQuestion): Sql {
  const { kinds, subscriptions, environments, owner, vault, enabled, tag, read, expires, age, text } = filter
  const named = environments.filter((environment) => environment !== none)
  const object = { vaultId: sql`v.id`, kind: sql`o.kind`, nameKey: sql`o.name_key` }
  return allOf([
    kinds.length > 0 && sql`coalesce(o.kind::text, 'vault') = any(${[...kinds]})`,
    subscriptions.length > 0 &&
      sql`(vs.subscription_id = any(${[...subscriptions]}) or lower(vs.subscription_name) = any(${subscriptions.map(lower)}))`,
    environments.length > 0 &&
      sql`(vs.environment = any(${named.map(lower)}) or (${environments.includes(none)} and vs.environment is null))`,
    owner !== null &&
      (owner === none
        ? sql`coalesce(os.owner, vs.owner) is null`
        : owner === anybody
          ? sql`coalesce(os.owner, vs.owner) is not null`
          : sql`coalesce(os.owner, vs.owner) = ${lower(owner)}`),
    vault !== null && sql`lower(v.name) = ${lower(vault)}`,
    enabled !== null && sql`os.enabled = ${enabled}`,
    tag !== null && sql`(${hasTag(sql`os.tags`, tag)} or ${hasTag(sql`vs.tags`, tag)})`,
    read === 'still-read' && sql`(o.id is not null and ${readInWindow(at, object)})`,
    read === 'not-read' && sql`(o.id is not null and log.status = 'read' and not ${readInWindow(at, object)})`,
    read === 'not-covered' &&
      sql`(o.id is not null and log.status is distinct from 'read' and not ${readInWindow(at, object)})`,
    expires?.from && sql`os.expires_at >= ${expires.from}`,
    expires?.to && sql`os.expires_at < ${expires.to}`,
    age !== null && age.fromDays !== null && sql`os.created_at <= ${readAt(at)} - ${days(age.fromDays)}`,
    age !== null && age.toDays !== null && sql`os.created_at > ${readAt(at)} - ${days(age.toDays)}`,
    text !== null &&
      sql`(position(${lower(text)} in lower(v.name)) > 0 or position(${lower(text)} in coalesce(o.name_key, '')) > 0)`,
  ])
}

/** Azure keeps the case a tag's name was typed in and ignores it when comparing. */
const hasTag = (tags: Sql, { name, value }: { name: string; value: string | null }) => sql`
  exists (
    select from jsonb_each_text(${tags}) tag
    where lower(tag.key) = ${lower(name)} ${value === null ? sql`` : sql`and lower(tag.value) = ${lower(value)}`})`

const lower = (text: string) => text.toLowerCase()

/** As old as it was when it was last read, as its rule saw it; while nothing was, as of the instant itself. */
const readAt = (at: Date) => sql`coalesce(
  (select max(captured_at) from snapshot
   where status in ('complete', 'partial') and finished_at is not null and captured_at <= ${at}), ${at}::timestamptz)`

// A day is 24 hours: by the calendar of the session's zone it could be longer.
const days = (count: number) => sql`${count}::int * interval '24 hours'`

const allOf = (conditions: readonly (Sql | false | null | undefined)[]) =>
  joinSql(
    [sql`true`, ...conditions.filter((wanted) => wanted !== false && wanted !== null && wanted !== undefined)],
    ' and ',
  )
