// Asks for waivers, for one finding or for all of a filtered set; a lead may approve in the same step.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Person, Scope } from '#lib/domain/scope.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import type { FindingQuestion } from '#lib/queries/findings/finding-subjects.ts'
import { waivableFindings } from '#lib/queries/waivers/waivable-findings.ts'
import { type ChangedWaiver, changeWaivers, inForce, named, waiting } from './change-waivers.ts'
import type { OnRecord } from './on-record.ts'
import { mayDecideWaivers, nameInWaiver, waivableScope } from './waiver-rights.ts'
import { endOf, problemWith, type TermsProblem, type WaiverTerms } from './waiver-terms.ts'

/** More findings than that are not looked at one by one by anybody. */
export const mostWaivedAtOnce = 1000

export type WaiverRequest = {
  now: Date
  actor: Person
  /** Which findings: those of the failing rows of this filter, or of one subject of them. */
  filter: FindingFilter
  only?: FindingQuestion['only']
  /** How many findings the person was told it would be; other than that, nothing is done. Null: they were told none. */
  expected: number | null
  terms: WaiverTerms
  /** Approves in the same step; only a lead may. */
  approve: boolean
}

export type AskProblem =
  | TermsProblem
  | 'not-allowed'
  | 'nothing-fails'
  | 'waived-already'
  | 'asked-already'
  | 'too-many'
  | 'changed-meanwhile'

type Asked = {
  done: true
  batch: string
  waivers: ChangedWaiver[] /** Of them a waiver waited already. */
  left: number
}

export type AskResult = Asked | { done: false; problem: AskProblem /** Findings there are. */; findings: number }

/** Only what fails now and is the person's to ask for is waived; what is waived or asked for already stays as it is. */
export async function askForWaivers(
  db: Database,
  request: WaiverRequest,
  record?: OnRecord<Asked>,
): Promise<AskResult> {
  const { now, actor, terms, approve, expected } = request
  const scope = waivableScope(actor)
  if (!scope || (approve && !mayDecideWaivers(actor))) return refused('not-allowed')
  const problem = problemWith(terms, now)
  if (problem) return refused(problem)

  const question = { at: now, filter: request.filter, ...(request.only ? { only: request.only } : {}) }
  const by = nameInWaiver(actor)
  const batch = crypto.randomUUID()
  const decision = approve
    ? sql`${now}, ${by}, ${actor.objectId}, true, ${now}, ${endOf(terms.endsOn)}`
    : sql`null::timestamptz, null, null, null::boolean, null::timestamptz, null::timestamptz`
  return changeWaivers(db, async (tx) => {
    // One statement: what is counted is what is written, whatever a snapshot that ends meanwhile changes.
    const [found] = await tx.$queryRaw<[{ findings: number; waivers: ChangedWaiver[] | null }]>(sql`
      with chosen as materialized (${waivableFindings(scope, question)}),
      size as (select count(*)::int as findings from chosen),
      added as (
        insert into waiver (batch, vault_id, object_id, rule_id, kind, reason, ends_on, asked_at, asked_by, asked_by_id,
          decided_at, decided_by, decided_by_id, approved, valid_from, valid_to)
        select ${batch}::uuid, c.vault_id, c.object_id, c.rule_id, ${terms.kind}, ${terms.reason.trim()},
          ${terms.endsOn.toISOString().slice(0, 10)}::date, ${now}, ${by}, ${actor.objectId}, ${decision}
        from chosen c cross join size
        where size.findings <= ${mostWaivedAtOnce} and size.findings = coalesce(${expected}::int, size.findings)
          and not exists (
            select from waiver w
            where w.vault_id = c.vault_id and w.rule_id = c.rule_id and w.object_id is not distinct from c.object_id
              and (${waiting(now)} or ${inForce(now)}))
        returning id, batch, vault_id, object_id, rule_id)
      select size.findings, (select jsonb_agg(to_jsonb(n)) from (${named(sql`added`)}) n) as waivers from size`)
    const { findings, waivers } = found
    if (waivers) {
      const asked: Asked = { done: true, batch, waivers, left: findings - waivers.length }
      await record?.(tx, asked)
      return asked
    }
    if (findings > mostWaivedAtOnce) return refused('too-many', findings)
    if (findings === 0) return refused(await whyNothing(tx, scope, question))
    return refused(expected === null || expected === findings ? 'asked-already' : 'changed-meanwhile', findings)
  })
}

async function whyNothing(
  tx: Pick<Database, '$queryRaw'>,
  scope: Scope,
  question: FindingQuestion,
): Promise<AskProblem> {
  const waived = waivableFindings(scope, question, 'waived')
  const [first] = await tx.$queryRaw<unknown[]>(sql`select 1 from (${waived}) f limit 1`)
  return first ? 'waived-already' : 'nothing-fails'
}

const refused = (problem: AskProblem, findings = 0): AskResult => ({ done: false, problem, findings })
