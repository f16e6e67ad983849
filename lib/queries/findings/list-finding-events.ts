// Which findings were opened and fixed in a span of days, one by one: a page of them, their numbers, and all of them for a file.
import { z } from 'zod'
import { type Database, joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { severities, type Severity } from '#lib/domain/severity.ts'
import { subjectKinds } from './finding-filter.ts'
import { type FindingEventKind, findingEventKinds, findingEvents } from './finding-events.ts'

export type EventFilter = {
  what: FindingEventKind | null
  severities: readonly Severity[]
  rules: readonly string[]
}

export type EventQuestion = {
  at: Date
  /** Half-open, UTC midnights; without `to`, up to `at`. */
  from: Date
  to: Date | null
  filter: EventFilter
}

const rowSchema = z.object({
  what: z.enum(findingEventKinds),
  at: z.date(),
  verdictId: z.number(),
  /** Of the subject: o12 for an object, v3 for a vault. */
  key: z.string(),
  kind: z.enum(subjectKinds),
  name: z.string(),
  vaultName: z.string(),
  owner: z.string().nullable(),
  ruleId: z.string(),
  failing: z.string(),
  severity: z.enum(severities),
  because: z.string(),
  failingSince: z.date(),
})

export type FindingEvent = z.infer<typeof rowSchema>

/** A query: all events of a question, the latest first. Read its rows with `toFindingEvent`. */
export const findingEventRows = (scope: Scope, question: EventQuestion): Sql => sql`
  select e.what, e.at, e.verdict_id as "verdictId", case when o.id is null then 'v' || v.id else 'o' || o.id end as key,
    coalesce(o.kind::text, 'vault') as kind, coalesce(o.name, v.name) as name, v.name as "vaultName", d.owner,
    r.id as "ruleId", r.failing, r.severity::text as severity, d.because, d.failing_since as "failingSince"
  from (${findingEvents(scope, { from: sql`${question.from}::timestamptz`, at: question.at })}) e
  join verdict d on d.id = e.verdict_id
  join rule r on r.id = e.rule_id
  join vault v on v.id = e.vault_id
  left join vault_object o on o.id = e.object_id
  where ${wanted(question)}
  order by e.at desc, e.what, r.severity, r.position, lower(v.name) collate "C", lower(coalesce(o.name, '')) collate "C", e.verdict_id`

export const toFindingEvent = (row: unknown): FindingEvent => rowSchema.parse(row)

/** `page` starts at 1. */
export async function listFindingEvents(
  db: Database,
  scope: Scope,
  { page, pageSize, ...question }: EventQuestion & { page: number; pageSize: number },
): Promise<FindingEvent[]> {
  const rows = await db.$queryRaw<unknown[]>(
    sql`${findingEventRows(scope, question)} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return rows.map(toFindingEvent)
}

export type EventCount = { what: FindingEventKind; severity: Severity; events: number }

/** How many events of each sort and severity does a filter keep, whichever of these it asks for? What there is none of is left out. */
export function countFindingEvents(db: Database, scope: Scope, question: EventQuestion): Promise<EventCount[]> {
  const ofAnySort = { ...question, filter: { ...question.filter, what: null, severities: [] } }
  return db.$queryRaw<EventCount[]>(sql`
    select e.what, r.severity::text as severity, count(*)::int as events
    from (${findingEvents(scope, { from: sql`${question.from}::timestamptz`, at: question.at })}) e
    join rule r on r.id = e.rule_id
    where ${wanted(ofAnySort)}
    group by e.what, r.severity
    order by e.what desc, r.severity`)
}

function wanted({ to, filter: { what, severities: asked, rules } }: EventQuestion): Sql {
  const conditions = [
    to !== null && sql`e.at < ${to}`,
    what !== null && sql`e.what = ${what}`,
    asked.length > 0 && sql`r.severity = any(${[...asked]}::severity[])`,
    rules.length > 0 && sql`r.id = any(${[...rules]})`,
  ]
  return joinSql([sql`true`, ...conditions.filter((one) => one !== false)], ' and ')
}
