import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type LogRow, toLogRow } from './log-row.ts'
import { type LogQuestion, vaultLogs } from './vault-logs.ts'

/** How far is the access log of this vault known? Null for a vault that is not there, or may not be seen. */
export async function getVaultLog(
  db: Database,
  scope: Scope,
  question: LogQuestion & { vaultId: number },
): Promise<LogRow | null> {
  const [found] = await db.$queryRaw<unknown[]>(sql`select * from (${vaultLogs(scope, question)}) log`)
  return found ? toLogRow(found) : null
}
