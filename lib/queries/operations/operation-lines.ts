// The one place that says what a line of the timeline is: the list, its counts and its exports are all built on it, so that
// they cannot differ.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { sensitiveKinds, sensitiveOperations } from '#lib/domain/sensitive-operations.ts'
import { dateOf } from '../findings/last-read.ts'
import { withinScope } from '../within-scope.ts'
import { lastOwnerOfObject, lastOwnerOfVault } from './last-known-owner.ts'
import type { OperationFilter, OperationQuestion } from './operation-filter.ts'

const named = sensitiveKinds.flatMap((kind) => sensitiveOperations[kind].map((operation) => ({ operation, kind })))
const operations = named.map(({ operation }) => operation)
const kindOfEach = named.map(({ kind }) => kind)

/**
 * A subquery: one line is what one caller did, or tried, of one kind in one vault on one day (UTC), with the objects as
 * JSON. Whether a caller does something for the first time is judged over all that is remembered of what the scope may see,
 * and only where the log of the vault was heard on an earlier day: else every habit would begin with the log.
 */
export function operationLines(scope: Scope, { at, days, filter }: OperationQuestion): Sql {
  return sql`
    with sensitive as materialized (${sensitive(scope, at)}),
    begun as (
      select caller_id, kind, min(day) as tried_on, min(day) filter (where outcome = 'done') as done_on
      from sensitive group by caller_id, kind),
    by_object as (
      select day, vault_id, caller_id, kind, outcome, subject, name_key, sum(calls)::int as calls,
        min(first_at) as first_at, max(last_at) as last_at, array_agg(distinct said order by said) as said,
        array_agg(distinct operation order by operation) as operations,
        array_agg(distinct address order by address) filter (where address <> '') as addresses
      from sensitive
      where day >= ${dateOf(at, days - 1)}::date
      group by day, vault_id, caller_id, kind, outcome, subject, name_key),
    line as (
      select b.day, b.vault_id, b.caller_id, b.kind, b.outcome, sum(b.calls)::int as calls, min(b.first_at) as first_at,
        max(b.last_at) as last_at,
        coalesce(bool_or(position(${lower(filter.text ?? '')} in b.name_key) > 0), false) as holds_text,
        jsonb_agg(
          jsonb_build_object('kind', b.subject, 'name', coalesce(o.name, b.name_key), 'calls', b.calls,
            'known', coalesce(o.seen_first_at <= ${at}, false), 'gone', coalesce(o.gone_at <= ${at}, false),
            'said', b.said, 'operations', b.operations, 'addresses', coalesce(b.addresses, '{}'))
          order by b.subject, b.name_key) as objects
      from by_object b
      left join vault_object o on o.vault_id = b.vault_id and o.kind::text = b.subject and o.name_key = b.name_key
      group by b.day, b.vault_id, b.caller_id, b.kind, b.outcome)
    select concat_ws('/', line.day, line.vault_id, line.caller_id, line.kind, line.outcome) as key,
      line.day, line.kind, line.outcome, line.first_at, line.last_at, line.calls, line.objects,
      c.identity, c.name as caller, c.kind as caller_kind, v.id as vault_id, v.name as vault_name, v.resource_id,
      looks.reasons, heard.first_day as logged_since
    from line
    join caller c on c.id = line.caller_id
    join vault v on v.id = line.vault_id
    join begun on begun.caller_id = line.caller_id and begun.kind = line.kind
    left join lateral (select min(d.day) as first_day from log_day d where d.vault_id = line.vault_id) heard on true
    cross join lateral (
      select array_remove(array[
        case when line.kind = 'purged' then 'purge' end,
        case when line.kind in ('backed-up', 'restored') and c.kind = 'user' then 'person' end,
        case when heard.first_day < line.day
          and line.day = case when line.outcome = 'done' then begun.done_on else begun.tried_on end then 'first-time' end
      ], null) as reasons) looks
    where ${wanted(filter)}`
}

/** Calls of all days that are remembered, up to an instant. Where no object is named, what the operation is about is. */
function sensitive(scope: Scope, at: Date): Sql {
  const object = { vaultId: sql`a.vault_id`, kind: sql`a.kind`, nameKey: sql`a.name_key` }
  return sql`
    select a.day, a.vault_id, a.caller_id, a.operation, a.address, a.calls, a.first_at, a.last_at, a.outcome as said,
      a.name_key, meant.kind,
      case a.outcome when 'ok' then 'done' when 'denied' then 'refused' else 'failed' end as outcome,
      coalesce(a.kind::text, lower(substring(a.operation from '^(?:Secret|Key|Certificate|Vault)'))) as subject
    from every_access_day a
    join unnest(${operations}::text[], ${kindOfEach}::text[]) as meant(operation, kind) on meant.operation = a.operation
    where a.operation = any(${operations}) and a.day <= ${dateOf(at)}::date and a.last_at <= ${at}
      and ${withinScope(scope, lastOwnerOfObject(at, object), lastOwnerOfVault(at, object.vaultId))}`
}

const lower = (text: string) => text.toLowerCase()

function wanted({ kinds, outcomes, caller, vault, text, look }: OperationFilter): Sql {
  const conditions = [
    kinds.length > 0 && sql`line.kind = any(${[...kinds]})`,
    outcomes.length > 0 && sql`line.outcome = any(${[...outcomes]})`,
    caller !== null && sql`(position(${lower(caller)} in lower(c.name)) > 0 or lower(c.identity) = ${lower(caller)})`,
    vault !== null && sql`lower(v.name) = ${lower(vault)}`,
    text !== null && sql`(line.holds_text or position(${lower(text)} in lower(v.name)) > 0)`,
    look && sql`cardinality(looks.reasons) > 0`,
  ]
  return joinSql([sql`true`, ...conditions.filter((condition) => condition !== false)], ' and ')
}
