import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type LogQuestion, type LogState, readStates, vaultLogs } from './vault-logs.ts'

/** The states add up to `vaults`, and three of them to `read`. `whole`: covered, on each of the days asked about. */
export type LogCount = { vaults: number; read: number; whole: number; states: Record<LogState, number> }

/** Of how many vaults is the access log read, and how well, over so many days? */
export async function countLogCoverage(db: Database, scope: Scope, question: LogQuestion): Promise<LogCount> {
  const rows = await db.$queryRaw<{ state: LogState; vaults: number; whole: number }[]>(sql`
    select state, count(*)::int as vaults, (count(*) filter (where state = 'covered' and reaches_back))::int as whole
    from (${vaultLogs(scope, question)}) log group by state`)
  const states: Record<LogState, number> = { silent: 0, unread: 0, stale: 0, gaps: 0, 'not-logged': 0, covered: 0 }
  for (const { state, vaults } of rows) states[state] = vaults
  return {
    vaults: rows.reduce((sum, { vaults }) => sum + vaults, 0),
    read: readStates.reduce((sum, state) => sum + states[state], 0),
    whole: rows.reduce((sum, { whole }) => sum + whole, 0),
    states,
  }
}
