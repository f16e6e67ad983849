import { type Database, emptySql, type Sql, sql } from '#lib/db/open-database.ts'
import { posture } from '#lib/domain/posture.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from './held-at.ts'
import { tallyAtPoints } from './tally-at-points.ts'
import { withinScope } from './within-scope.ts'

export type WorstBy = 'vault' | 'owner' | 'subscription'

export type WorstRow = {
  /** Vault id, owner or subscription id; '' where nobody is named. */
  key: string
  name: string
  posture: number
  /** Failing subjects, of those that were decided; and those that could not be. */
  fail: number
  decided: number
  unknown: number
  /** Accepted until a date: neither failing nor decided. */
  waived: number
  /** Posture over the weeks before, the last point at `at`. */
  trend: { at: Date; value: number | null }[]
}

const keys: Record<WorstBy, { groupKey: Sql; name: Sql }> = {
  vault: { groupKey: sql`t.vault_id`, name: sql`v.name` },
  owner: { groupKey: sql`coalesce(t.owner, '')`, name: sql`coalesce(t.owner, '')` },
  subscription: { groupKey: sql`s.subscription_id`, name: sql`s.subscription_name` },
}

type Counted = {
  key: string
  name: string
  weight: number
  pass: number
  fail: number
  unknown: number
  waived: number
}
type Trend = { key: string; i: number; point: Date; known: boolean; weight: number; pass: number; fail: number }

/** Which vaults, owners or subscriptions have the lowest posture? `total` is how many have one at all; nobody is no owner. */
export async function listWorst(
  db: Database,
  { scope, at, by, limit, weeks }: { scope: Scope; at: Date; by: WorstBy; limit: number; weeks: number },
): Promise<{ rows: WorstRow[]; total: number }> {
  const { groupKey, name } = keys[by]
  const counted = await db.$queryRaw<Counted[]>(sql`
    select ${groupKey}::text as key, max(${name}) as name, r.weight, sum(t.pass)::int as pass, sum(t.fail)::int as fail,
      sum(t.unknown)::int as unknown, sum(t.waived)::int as waived
    from standing_tally t
    join rule r on r.id = t.rule_id
    join vault v on v.id = t.vault_id
    ${placeAt(at)}
    where ${heldAt(at, sql`t.valid_from`, sql`t.valid_to`)} and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)}
    group by 1, r.id`)
  const ranked = [...Map.groupBy(counted, (row) => row.key)]
    .flatMap(([key, rows]) => {
      const share = posture(rows)
      return share === null ? [] : [{ key, name: rows[0]?.name ?? key, posture: share, ...sums(rows) }]
    })
    .sort((one, other) => one.posture - other.posture || other.fail - one.fail || one.name.localeCompare(other.name))
  const worst = ranked.slice(0, limit)
  if (worst.length === 0) return { rows: [], total: 0 }

  // A trend follows the vaults that are in a subscription now through their past.
  const joins = by === 'subscription' ? placeAt(at) : emptySql
  const where = sql`${groupKey}::text = any(${worst.map((row) => row.key)})`
  const points = { at, count: weeks + 1, stepDays: 7 }
  const trends = await db.$queryRaw<Trend[]>(sql`
    select group_key as key, i, point, known, weight, pass, fail
    from (${tallyAtPoints(scope, points, { groupKey, where, joins })}) t
    order by i`)
  const trendByKey = Map.groupBy(trends, (row) => row.key)
  const trendOf = (key: string) =>
    [...Map.groupBy(trendByKey.get(key) ?? [], (row) => row.i).values()].map((rows) => ({
      at: rows[0]?.point ?? at,
      value: rows[0]?.known ? posture(rows) : null,
    }))
  const total = ranked.filter(({ key }) => key !== '').length
  return { rows: worst.map((row) => ({ ...row, trend: trendOf(row.key) })), total }
}

const sums = (rows: readonly Counted[]) => ({
  fail: rows.reduce((total, row) => total + row.fail, 0),
  decided: rows.reduce((total, row) => total + row.pass + row.fail, 0),
  unknown: rows.reduce((total, row) => total + row.unknown, 0),
  waived: rows.reduce((total, row) => total + row.waived, 0),
})

const placeAt = (at: Date) =>
  sql`join vault_state s on s.vault_id = t.vault_id and ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)}`
