import { type Database, emptySql, type Sql, sql } from '#lib/db/open-database.ts'
import { essentialParts } from '#lib/domain/observed.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { lastOfDay, pointsInTime } from './points-in-time.ts'
import { coverageOfParts } from './vault-coverage.ts'
import { withinScope } from './within-scope.ts'

/** Vaults, as the header of a page counts them: `read` holds those of which only details are missing. */
export type CoverageOnDay = {
  at: Date
  /** Null where no snapshot was taken around that instant. */
  vaults: { read: number; partly: number; not: number } | null
}

type Row = { at: Date; known: boolean; read: number; partly: number; not: number }

/** How much of a scope was read on each of the last days? One point a day, at its end; the last one at `at`. */
export async function listCoverageByDay(
  db: Database,
  { scope, at, days }: { scope: Scope; at: Date; days: number },
): Promise<CoverageOnDay[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    ${coverageSteps(scope, at, days)}
    select p.point as at, p.known,
      (sum(coalesce(s.read, 0)) over along)::int as read,
      (sum(coalesce(s.partly, 0)) over along)::int as partly,
      (sum(coalesce(s.not, 0)) over along)::int as "not"
    from (${pointsInTime({ at, count: days, stepDays: 1 })}) p
    left join (
      select i, sum(by) filter (where coverage in ('read', 'log')) as read, sum(by) filter (where coverage = 'partly') as partly,
        sum(by) filter (where coverage = 'not') as not
      from step group by i) s on s.i = p.i
    window along as (order by p.i)
    order by p.i`)
  return rows.map(({ at, known, ...vaults }) => ({ at, vaults: known ? vaults : null }))
}

/**
 * A vault changes seldom: its coverage is judged once for each stretch between two changes, and counted up where the stretch
 * begins and down where it ends, however many days lie between. `i` is the index of a point.
 */
function coverageSteps(scope: Scope, at: Date, count: number): Sql {
  const firstAt = new Date(lastOfDay(at).getTime() - (count - 1) * 86_400_000)
  // The first point at or after an instant; what ends exactly on a point no longer holds there.
  const pointAfter = (instant: Sql) =>
    sql`greatest(0, ceil(date_part('epoch', ${instant} - ${firstAt}::timestamptz) / 86400))::int`
  const span = (from: Sql, to: Sql) =>
    sql`${pointAfter(from)} as i, case when ${to} <= ${at} then ${pointAfter(to)} else ${count}::int end as j`
  const meets = (from: Sql, to: Sql) => sql`${from} <= ${at} and (${to} is null or ${to} > ${firstAt})`
  const owned = scope.kind === 'owned'
  return sql`
    with life as materialized (
      select id as vault_id, ${span(sql`seen_first_at`, sql`gone_at`)}
      from vault where ${meets(sql`seen_first_at`, sql`gone_at`)}),
    part as materialized (
      select vault_id, part, status, reason_code, ${span(sql`valid_from`, sql`valid_to`)}
      -- The others make no vault unread, nor partly read: a vault that lacks only such counts as read.
      from observation where part = any(${[...essentialParts]}) and ${meets(sql`valid_from`, sql`valid_to`)}),
    mine as materialized (
      select vault_id, ${span(sql`valid_from`, sql`valid_to`)}
      from vault_state where ${owned} and ${meets(sql`valid_from`, sql`valid_to`)} and ${withinScope(scope, sql`owner`)}),
    turn as (
      select vault_id, i from life
      union select vault_id, j from life
      union select vault_id, i from part
      union select vault_id, j from part
      union select vault_id, i from mine
      union select vault_id, j from mine),
    stretch as materialized (
      select vault_id, i, lead(i) over (partition by vault_id order by i) as j from turn),
    judged as (
      select s.vault_id, s.i, s.j, ${coverageOfParts} as coverage
      from stretch s
      join life l on l.vault_id = s.vault_id and l.i <= s.i and l.j > s.i
      left join part o on o.vault_id = s.vault_id and o.i <= s.i and o.j > s.i
      where s.j is not null ${
        owned
          ? sql`and exists (select from mine m where m.vault_id = s.vault_id and m.i <= s.i and m.j > s.i)`
          : emptySql
      }
      group by s.vault_id, s.i, s.j),
    step as (
      select i, coverage, 1 as by from judged
      union all
      select j, coverage, -1 from judged where j < ${count}::int)`
}
