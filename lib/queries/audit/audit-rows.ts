// The one place that says which lines of the audit log somebody may see: the list, its count and its file are built on it.
import { z } from 'zod'
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { AuditDirection, AuditFilter, AuditQuestion } from './audit-filter.ts'
import { type ShownDetail, shownDetail } from './shown-detail.ts'

export type AuditRow = {
  id: number
  at: Date
  /** Who it was, as recorded: a mail address, or else the object id. */
  actor: string
  /** Object id in Entra; null where none was recorded. */
  objectId: string | null
  /** A word of the log: "exported". */
  action: string
  /** What it was done to; null: nothing in particular. */
  subject: string | null
  detail: ShownDetail
}

const schema = z.object({
  id: z.int(),
  at: z.date(),
  actor: z.string(),
  object_id: z.string().nullable(),
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

/**
 * A subquery: the lines of a question up to its instant. Whoever sees the whole estate sees what everybody did; an owner sees
 * what they did themselves. That is told by the object id, which Entra gives to one account for good: the names in a scope may
 * be those of a group, and a mail address may be somebody else's next year.
 */
export function auditEvents(scope: Scope, { at, personId, filter }: AuditQuestion): Sql {
  const seen = scope.kind === 'everything' ? sql`true` : sql`e.detail->>'objectId' = ${personId}`
  return sql`
    select e.id, e.at, e.actor, e.detail->>'objectId' as object_id, e.action, e.subject, e.detail
    from audit_event e
    where e.at <= ${at} and ${seen} and ${matching(filter)}`
}

const dayMs = 86_400_000

function matching({ actions, person, text, from, to }: AuditFilter): Sql {
  const lower = (value: string) => value.toLowerCase()
  const conditions = [
    actions.length > 0 && sql`e.action = any(${[...actions]})`,
    person !== null &&
      sql`(position(${lower(person)} in lower(e.actor)) > 0 or lower(e.detail->>'objectId') = ${lower(person)})`,
    text !== null &&
      sql`position(${lower(text)} in lower(concat_ws(chr(10), e.subject, e.detail->>'subjects', e.detail->>'note'))) > 0`,
    from !== null && sql`e.at >= ${from}`,
    to !== null && sql`e.at < ${new Date(to.getTime() + dayMs)}`,
  ]
  return joinSql([sql`true`, ...conditions.filter((wanted) => wanted !== false)], ' and ')
}

/** A query: those lines in order; two of one instant stand as they were written. Read them with `toAuditRow`. */
export function auditRows(
  scope: Scope,
  question: AuditQuestion,
  { direction, limit = null, offset = 0 }: { direction: AuditDirection; limit?: number | null; offset?: number },
): Sql {
  const turned = direction === 'asc' ? sql`asc` : sql`desc`
  return sql`
    select * from (${auditEvents(scope, question)}) event
    order by at ${turned}, id ${turned}
    limit ${limit} offset ${offset}`
}

export function toAuditRow(selected: unknown): AuditRow {
  const { object_id, detail, ...row } = schema.parse(selected)
  return { ...row, objectId: object_id, detail: shownDetail(detail) }
}
