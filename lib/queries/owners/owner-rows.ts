// How one owner stands, as the list of owners and the page of one of them say it: both are built on this.
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { heldAt } from '../held-at.ts'
import { standingObjects } from '../standing-objects.ts'
import { waivedAt } from '../waived-at.ts'
import { withinScope } from '../within-scope.ts'
import { ownerIs } from './owner-is.ts'

/** Figures are over what names this owner, or stands in a vault that does and names nobody itself; within the scope. */
export type OwnerRow = {
  /** Null: nobody, or everybody together where no name was asked for. */
  owner: string | null
  objects: number
  vaults: number
  /** Enabled objects that expire in the window asked about. */
  expiring: number
  /** 0 to 1; null when nothing could be decided. */
  posture: number | null
  /** The same at the instant it is compared with. */
  postureBefore: number | null
  passed: number
  /** Passed or failed. */
  judged: number
  /** Findings that could not be judged, and findings accepted until a date: neither passed nor judged. */
  unknown: number
  waived: number
  /** Since when the oldest of the open findings has been open; null when there is none. */
  failingSince: Date | null
} & { [severity in Severity]: number }

export type OwnersAsked = {
  at: Date
  comparedAt: Date
  /** The days `[fromOn, toOn)` on which something expires; UTC midnights. */
  expiring: { fromOn: Date; toOn: Date }
  /** One of all: a name, or `none`. */
  owner?: string | null
  /** A row per owner, or one for all of them together. */
  rows: 'each' | 'together'
}

/**
 * A subquery with the columns of `OwnerRow`. Whoever sees only what is theirs finds rows of their own names alone: what
 * stands in a vault of theirs can name somebody else, but how that one stands is none of their business.
 */
export function ownerRows(scope: Scope, { at, comparedAt, expiring, owner = null, rows }: OwnersAsked): Sql {
  const one = rows === 'each' || owner !== null
  const kept = (column: Sql) => sql`${ownerIs(owner, column)} and ${one ? withinScope(scope, column) : sql`true`}`
  // Never null, so that rows can be joined by it; no owner is called ''.
  const key = (column: Sql) => (rows === 'each' ? sql`coalesce(${column}, '')` : sql`''::text`)
  const open = (severity: Severity) =>
    sql`count(*) filter (where o.open and r.severity = ${severity}::severity)::int as ${sql([severity])}`
  const [now, before] = [at, comparedAt].map((instant) => heldAt(instant, sql`t.valid_from`, sql`t.valid_to`))
  const share = (pass: Sql, fail: Sql) =>
    // As lib/domain/posture.ts has it, said again because owners are sorted by it; a test holds the two together.
    sql`sum(r.weight * ${pass}::float8 / nullif(${pass} + ${fail}, 0)) / sum(r.weight) filter (where ${pass} + ${fail} > 0)`
  return sql`
    with object_count as materialized (
      select ${key(sql`o.owner`)} as owner, count(*)::int as objects,
        count(*) filter (where o.enabled and o.expires_at >= ${expiring.fromOn} and o.expires_at < ${expiring.toOn})::int as expiring
      from (${standingObjects(scope, at)}) o where ${kept(sql`o.owner`)} group by 1),
    vault_count as materialized (
      select ${key(sql`s.owner`)} as owner, count(*)::int as vaults
      from vault v
      left join vault_state s on s.vault_id = v.id and ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)}
      where v.seen_first_at <= ${at} and (v.gone_at is null or v.gone_at > ${at})
        and ${withinScope(scope, sql`s.owner`)} and ${kept(sql`s.owner`)}
      group by 1),
    finding_count as materialized (
      select ${key(sql`whose.owner`)} as owner, ${open('critical')}, ${open('high')}, ${open('medium')}, ${open('low')},
        count(*) filter (where d.status = 'unknown')::int as unknown, count(*) filter (where w.waived)::int as waived,
        min(d.failing_since) filter (where o.open) as failing_since
      from verdict d
      join rule r on r.id = d.rule_id
      left join vault_state vs on vs.vault_id = d.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
      left join object_state os on os.object_id = d.object_id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
      cross join lateral (select coalesce(os.owner, vs.owner) as owner) whose
      cross join lateral (
        select d.status = 'fail' and ${waivedAt(at, { ruleId: sql`d.rule_id`, vaultId: sql`d.vault_id`, objectId: sql`d.object_id` })} as waived) w
      cross join lateral (select d.status = 'fail' and not w.waived as open) o
      where ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)} and ${withinScope(scope, sql`os.owner`, sql`vs.owner`)}
        and ${kept(sql`whose.owner`)}
      group by 1),
    counted as materialized (
      select ${key(sql`t.owner`)} as owner, t.rule_id,
        coalesce(sum(t.pass) filter (where ${now}), 0) as pass, coalesce(sum(t.fail) filter (where ${now}), 0) as fail,
        coalesce(sum(t.pass) filter (where ${before}), 0) as pass_before, coalesce(sum(t.fail) filter (where ${before}), 0) as fail_before
      from standing_tally t
      where (${now} or ${before}) and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)} and ${kept(sql`t.owner`)}
      group by 1, t.rule_id),
    judged as materialized (
      select c.owner, sum(c.pass)::int as passed, sum(c.pass + c.fail)::int as judged,
        ${share(sql`c.pass`, sql`c.fail`)} as posture, ${share(sql`c.pass_before`, sql`c.fail_before`)} as posture_before
      from counted c join rule r on r.id = c.rule_id group by c.owner)
    select nullif(owner, '') as owner, coalesce(n.objects, 0) as objects, coalesce(k.vaults, 0) as vaults,
      coalesce(n.expiring, 0) as expiring, j.posture, j.posture_before as "postureBefore",
      coalesce(j.passed, 0) as passed, coalesce(j.judged, 0) as judged,
      coalesce(f.unknown, 0) as unknown, coalesce(f.waived, 0) as waived, f.failing_since as "failingSince",
      coalesce(f.critical, 0) as critical, coalesce(f.high, 0) as high, coalesce(f.medium, 0) as medium,
      coalesce(f.low, 0) as low
    from (select owner from object_count union select owner from vault_count) named
    left join object_count n using (owner) left join vault_count k using (owner)
    left join finding_count f using (owner) left join judged j using (owner)`
}
