import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { AuditDirection, AuditQuestion } from './audit-filter.ts'
import { type AuditRow, auditRows, toAuditRow } from './audit-rows.ts'

/** Who did what in Kempt, one page of it in order? `page` starts at 1. */
export async function listAudit(
  db: Database,
  scope: Scope,
  {
    direction,
    page,
    pageSize,
    ...question
  }: AuditQuestion & { direction: AuditDirection; page: number; pageSize: number },
): Promise<AuditRow[]> {
  const rows = await db.$queryRaw<unknown[]>(
    auditRows(scope, question, { direction, limit: pageSize, offset: (page - 1) * pageSize }),
  )
  return rows.map(toAuditRow)
}
