import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { AuditQuestion } from './audit-filter.ts'
import { auditEvents } from './audit-rows.ts'

/** How many lines of the audit log are in a question, and how many people are they of? An address is nobody, and neither is a schedule. */
export async function countAudit(
  db: Database,
  scope: Scope,
  question: AuditQuestion,
): Promise<{ events: number; people: number }> {
  const [row] = await db.$queryRaw<[{ events: number; people: number }]>(sql`
    select count(*)::int as events, count(distinct coalesce(object_id, actor)) filter (
        where object_id is not null or action not in ('refused', 'snapshot-ended'))::int as people
    from (${auditEvents(scope, question)}) event`)
  return row
}
