// The one place that says how far the access log of a vault is known: the ledger, its counts, its file and the page of a
// vault are all built on it.
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { dateOf } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { vaultWithinScope } from '../vaults/vault-within-scope.ts'
import { missingLogDays } from './missing-log-days.ts'

/** What most needs doing comes first. */
export const logStates = ['silent', 'unread', 'stale', 'gaps', 'not-logged', 'covered'] as const

/**
 * `covered`: read, and no day is missing; `gaps`: read, except some days; `stale`: read, and for more than two days nothing
 * new was in it; `silent`: a setting sends it, and nothing ever arrived; `unread`: it could not be read; `not-logged`: no
 * setting sends it anywhere.
 */
export type LogState = (typeof logStates)[number]

/** States in which the log of a vault is read, however well. */
export const readStates = ['covered', 'gaps', 'stale'] as const satisfies readonly LogState[]

/** Rows are there after minutes, late ones after a day; what brings nothing for longer than this has stopped. */
const staleDays = 2

/** `days` (whole, UTC, the day of `at` included) is how far back missing days are looked for. */
export type LogQuestion = { at: Date; days: number; vaultId?: number }

/** A subquery: one row for each vault of a scope, or for one of them, that stands at `at`. */
export function vaultLogs(scope: Scope, { at, days, vaultId }: LogQuestion): Sql {
  const today = sql`${dateOf(at)}::date`
  const from = sql`${dateOf(at, days - 1)}::date`
  const columns = { vaultId: sql`v.id`, firstDay: sql`heard.first_day`, untilAt: sql`heard.until_at`, from }
  return sql`
    select v.id as vault_id, v.name, v.resource_id, s.settings ->> 'accessModel' as access_model, s.uri,
      s.subscription_id, s.subscription_name, s.resource_group, o.reason_code as code, o.detail, o.valid_from as since_at,
      heard.first_day, heard.newest_at, heard.until_at, coalesce(heard.workspaces, '[]') as workspaces,
      coalesce(lost.days, 0) as missing, coalesce(lost.runs, '[]') as gaps,
      coalesce(heard.first_day <= ${from}, false) as reaches_back,
      case
        when o.status = 'not' and o.reason_code = 'not-logged' then 'not-logged'
        when o.status = 'not' and o.reason_code = 'log-silent' then 'silent'
        when o.id is null or o.status = 'not' then 'unread'
        when heard.newest_at is null or heard.newest_at < heard.until_at - ${staleDays} * interval '1 day' then 'stale'
        when o.status = 'partly' or lost.days > 0 then 'gaps'
        else 'covered'
      end as state
    from vault v
    left join vault_state s on s.vault_id = v.id and ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)}
    left join observation o on o.vault_id = v.id and o.part = 'access-log' and ${heldAt(at, sql`o.valid_from`, sql`o.valid_to`)}
    left join lateral (
      select min(w.first_day) as first_day, max(w.newest_at) as newest_at, max(w.until_at) as until_at,
        jsonb_agg(
          jsonb_build_object('name', w.name, 'resourceId', w.resource_id, 'since', to_char(w.first_day, 'YYYY-MM-DD'),
            'newestAt', w.newest_at, 'readUntilAt', w.until_at)
          order by w.newest_at desc, w.resource_id) as workspaces
      from (
        select ws.name, ws.resource_id, min(d.day) as first_day, max(least(d.last_at, ${at})) as newest_at,
          least(ws.covered_until_at, ${at}) as until_at
        from log_day d
        join log_workspace ws on ws.id = d.workspace_id
        where d.vault_id = v.id and d.day <= ${today} and d.first_at <= ${at}
        group by ws.id) w) heard on true
    left join lateral (${runsOf(missingLogDays(columns), at)}) lost on true
    where v.seen_first_at <= ${at} and (v.gone_at is null or v.gone_at > ${at})
      and ${vaultId === undefined ? sql`true` : sql`v.id = ${vaultId}`}
      and ${vaultWithinScope(scope, { vaultId: sql`v.id`, owner: sql`s.owner`, at })}`
}

/** Missing days that follow each other for the same reason are one run; `days` counts the days of all. */
const runsOf = (missing: Sql, at: Date): Sql => sql`
  select sum(run.days)::int as days,
    jsonb_agg(
      jsonb_build_object('from', to_char(run.first, 'YYYY-MM-DD'), 'to', to_char(run.last, 'YYYY-MM-DD'), 'days', run.days,
        'neverRead', run.never_read)
      order by run.first) as runs
  from (
    select min(day) as first, max(day) as last, count(*)::int as days, never_read
    from (
      select day, never_read, day - (row_number() over (partition by never_read order by day))::int as island
      from (
        select m.day, exists (
          select from log_gap g
          where g.workspace_id in (select d.workspace_id from log_day d where d.vault_id = v.id)
            and g.from_at < (m.day + 1)::timestamp at time zone 'UTC' and g.to_at > m.day::timestamp at time zone 'UTC'
            and g.to_at <= ${at}) as never_read
        from (${missing}) m) told) islands
    group by never_read, island) run`
