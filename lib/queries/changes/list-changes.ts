import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ChangeOrder, ChangeQuestion } from './change-filter.ts'
import { type ChangeRow, changeRows, type SelectedChange, toChangeRow } from './change-row.ts'

/** What changed between two instants, one page of it in order? `page` starts at 1. */
export async function listChanges(
  db: Database,
  scope: Scope,
  { order, page, pageSize, ...question }: ChangeQuestion & { order: ChangeOrder; page: number; pageSize: number },
): Promise<ChangeRow[]> {
  const rows = await db.$queryRaw<SelectedChange[]>(
    changeRows(scope, question, order, { limit: pageSize, offset: (page - 1) * pageSize }),
  )
  return rows.map(toChangeRow)
}
