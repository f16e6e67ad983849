import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type LogRow, toLogRow } from './log-row.ts'
import { type LogQuestion, type LogState, logStates, vaultLogs } from './vault-logs.ts'

/** How far is the access log of each vault known, of those in a state or of all? What most needs doing first; `page` starts at 1. */
export async function listLogCoverage(
  db: Database,
  scope: Scope,
  { state, page, pageSize, ...question }: LogQuestion & { state: LogState | null; page: number; pageSize: number },
): Promise<LogRow[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    select * from (${vaultLogs(scope, question)}) log
    where ${state === null ? sql`true` : sql`state = ${state}`}
    order by array_position(${[...logStates]}::text[], state), missing desc, lower(name) collate "C", vault_id
    limit ${pageSize} offset ${(page - 1) * pageSize}`)
  return rows.map(toLogRow)
}
