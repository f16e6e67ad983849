import { z } from 'zod'
import { type Database, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { callerKinds } from '../callers/caller-filter.ts'
import { type NamedCaller, namedCaller } from '../callers/named-caller.ts'
import { dateOf } from '../findings/last-read.ts'
import { withinScope } from '../within-scope.ts'
import { lastOwnerOfObject, lastOwnerOfVault } from './last-known-owner.ts'

export type RefusedCaller = NamedCaller & {
  /** Refused calls over all days, on the worst one, and on each that had any (UTC, oldest first). */
  calls: number
  worst: number
  days: DayCalls[]
  lastAt: Date
}

export type DayCalls = { on: string; calls: number }

const schema = z.object({
  identity: z.string(),
  name: z.string(),
  kind: z.enum(callerKinds),
  resourceId: z.string().nullable(),
  hostId: z.string().nullable(),
  calls: z.int(),
  worst: z.int(),
  days: z.array(z.object({ on: z.string(), calls: z.int() })),
  lastAt: z.date(),
  total: z.int(),
})

export type RefusalQuestion = { at: Date; vaultId: number; days: number }

/**
 * Who was refused in this vault, and how often on which of the last `days` (UTC, the day of `at` included)? Whoever had the
 * worst day comes first; `total` counts all of them, `most` are given.
 */
export async function listRefusals(
  db: Database,
  scope: Scope,
  { most, ...question }: RefusalQuestion & { most: number },
): Promise<{ rows: RefusedCaller[]; total: number }> {
  const found = await db.$queryRaw<unknown[]>(sql`
    select ${namedCaller}, sum(d.calls)::int as calls, max(d.calls)::int as worst, max(d.last_at) as "lastAt",
      jsonb_agg(jsonb_build_object('on', to_char(d.day, 'YYYY-MM-DD'), 'calls', d.calls) order by d.day) as days,
      (count(*) over ())::int as total
    from (
      select a.caller_id, a.day, sum(a.calls)::int as calls, max(a.last_at) as last_at
      from every_access_day a
      where ${callsOf(scope, question, 'denied')}
      group by a.caller_id, a.day) d
    join caller c on c.id = d.caller_id
    group by c.id
    order by worst desc, calls desc, c.name, c.id
    limit ${most}`)
  const rows = found.map((row) => schema.parse(row))
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** On which days were calls to this vault throttled, and whose? Oldest first. */
export function listThrottledDays(
  db: Database,
  scope: Scope,
  question: RefusalQuestion,
): Promise<(DayCalls & { callers: string[] })[]> {
  return db.$queryRaw<(DayCalls & { callers: string[] })[]>(sql`
    select to_char(a.day, 'YYYY-MM-DD') as "on", sum(a.calls)::int as calls, array_agg(distinct c.name order by c.name) as callers
    from every_access_day a
    join caller c on c.id = a.caller_id
    where ${callsOf(scope, question, 'throttled')}
    group by a.day
    order by a.day`)
}

function callsOf(scope: Scope, { at, vaultId, days }: RefusalQuestion, outcome: 'denied' | 'throttled'): Sql {
  const object = { vaultId: sql`a.vault_id`, kind: sql`a.kind`, nameKey: sql`a.name_key` }
  return sql`
    a.vault_id = ${vaultId} and a.day >= ${dateOf(at, days - 1)}::date and a.day <= ${dateOf(at)}::date and a.last_at <= ${at}
    and a.outcome = ${outcome}
    and ${withinScope(scope, lastOwnerOfObject(at, object), lastOwnerOfVault(at, object.vaultId))}`
}
