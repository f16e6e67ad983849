import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { OperationQuestion } from './operation-filter.ts'
import { type OperationRow, operationRows, toOperationRow } from './operation-row.ts'

/** Who deleted, purged, backed up, restored, recovered or set what, one page of it, newest first? `page` starts at 1. */
export async function listOperations(
  db: Database,
  scope: Scope,
  { page, pageSize, ...question }: OperationQuestion & { page: number; pageSize: number },
): Promise<OperationRow[]> {
  const rows = await db.$queryRaw<unknown[]>(
    operationRows(scope, question, { limit: pageSize, offset: (page - 1) * pageSize }),
  )
  return rows.map(toOperationRow)
}
