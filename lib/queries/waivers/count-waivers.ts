import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type WaiverState, waiverStates } from '#lib/domain/waiver.ts'
import { type WaiverQuestion, waiverRows } from './waiver-rows.ts'

export type WaiverCount = { total: number; byState: Record<WaiverState, number> }

/** How many waivers does a filter keep in each state, its own state set aside? `total` is over all states. */
export async function countWaivers(db: Database, scope: Scope, question: WaiverQuestion): Promise<WaiverCount> {
  const anyState = { ...question, filter: { ...question.filter, state: null } }
  const rows = await db.$queryRaw<{ state: WaiverState; waivers: number }[]>(sql`
    select state, count(*)::int as waivers from (${waiverRows(scope, anyState)}) w group by state`)
  const of = (state: WaiverState) => rows.find((row) => row.state === state)?.waivers ?? 0
  return {
    total: rows.reduce((sum, { waivers }) => sum + waivers, 0),
    byState: Object.fromEntries(waiverStates.map((state) => [state, of(state)])) as Record<WaiverState, number>,
  }
}
