import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type CallerRow, callerRows } from './caller-rows.ts'

/** What did one caller do in the 30 days before an instant? As in the list of callers; null when it called nothing. */
export async function getCallerFigures(
  db: Database,
  scope: Scope,
  asked: { at: Date; callerId: number; readsPerWindow: number; graceDays: number },
): Promise<CallerRow | null> {
  const [row] = await db.$queryRaw<CallerRow[]>(sql`select * from (${callerRows(scope, asked)}) c`)
  return row ?? null
}
