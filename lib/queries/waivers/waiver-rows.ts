// The one place that says which waivers somebody may see, and how each of them stood at an instant: the list, its counts and
// its file are built on it.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { OwnerSource } from '#lib/domain/owner.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import type { WaiverKind, WaiverState } from '#lib/domain/waiver.ts'
import { none, type SubjectKind } from '../findings/finding-filter.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'
import type { WaiverFilter, WaiverOrder } from './waiver-filter.ts'

export type WaiverRow = {
  id: number
  batch: string
  /** How many were asked for together with it, itself included. */
  together: number
  /** Of the subject: o12 for an object, v3 for a vault. */
  key: string
  subjectKind: SubjectKind
  name: string
  vaultName: string
  /** The subject is there; false once it is gone. */
  standing: boolean
  owner: string | null
  ownerSource: OwnerSource | null
  ruleId: string
  failing: string
  severity: Severity
  kind: WaiverKind
  reason: string
  /** The last day in force: midnight UTC. */
  endsOn: Date
  askedAt: Date
  askedBy: string
  askedById: string
  /** Null while nobody has. */
  decidedAt: Date | null
  decidedBy: string | null
  approved: boolean | null
  withdrawnAt: Date | null
  withdrawnBy: string | null
  /** Why it was declined or withdrawn; empty when nothing was said. */
  note: string
  state: WaiverState
  /** What it is about: fails, could not be judged, or does neither: then there is nothing left to waive. */
  finding: 'fail' | 'unknown' | 'none'
}

export type WaiverQuestion = {
  at: Date
  filter: WaiverFilter
  /** Who asks: what they asked for themselves they see, whatever became of its owner. */
  personId: string
}

/** A subquery: the rows of a question as they stood at its instant. What was done later is not in them. */
export function waiverRows(scope: Scope, { at, filter, personId }: WaiverQuestion): Sql {
  return sql`
    select * from (
      select w.id, w.batch::text as batch, case when o.id is null then 'v' || v.id else 'o' || o.id end as key,
        coalesce(o.kind::text, 'vault') as "subjectKind", coalesce(o.name, v.name) as name, v.name as "vaultName",
        case when o.id is null then vs.vault_id is not null else os.object_id is not null end as standing, b.together,
        coalesce(os.owner, vs.owner) as owner,
        case when os.owner is not null then 'object' when vs.owner is not null then vs.owner_source end as "ownerSource",
        w.rule_id as "ruleId", r.failing, r.severity::text as severity, w.kind, w.reason,
        w.ends_on as "endsOn", w.asked_at as "askedAt", w.asked_by as "askedBy", w.asked_by_id as "askedById",
        case when w.decided_at <= ${at} then w.decided_at end as "decidedAt",
        case when w.decided_at <= ${at} then w.decided_by end as "decidedBy",
        case when w.decided_at <= ${at} then w.approved end as approved,
        case when w.withdrawn_at <= ${at} then w.withdrawn_at end as "withdrawnAt",
        case when w.withdrawn_at <= ${at} then w.withdrawn_by end as "withdrawnBy",
        case when w.withdrawn_at <= ${at} or (w.decided_at <= ${at} and not w.approved) then w.note else '' end as note,
        ${stateAt(at)} as state, coalesce(d.status::text, 'none') as finding
      from waiver w
      join vault v on v.id = w.vault_id
      left join vault_object o on o.id = w.object_id
      join rule r on r.id = w.rule_id
      join (select batch, count(*)::int as together from waiver group by batch) b on b.batch = w.batch
      left join vault_state vs on vs.vault_id = w.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
      left join object_state os on os.object_id = w.object_id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
      left join verdict d on d.vault_id = w.vault_id and d.rule_id = w.rule_id
        and d.object_id is not distinct from w.object_id and ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)}
      where w.asked_at <= ${at}
        and (w.asked_by_id = ${personId} or ${withinScope(scope, sql`os.owner`, sql`vs.owner`)})) every_waiver
    where ${matching(filter)}`
}

// Postgres keeps dates apart from instants: the day after the last one begins at midnight UTC, whatever the session's zone is.
const stateAt = (at: Date) => sql`
  case
    when w.withdrawn_at <= ${at} then 'withdrawn'
    when w.decided_at <= ${at} and not w.approved then 'declined'
    when (w.ends_on + 1)::timestamp at time zone 'UTC' <= ${at} then 'ended'
    when w.decided_at <= ${at} then 'in-force'
    else 'asked' end`

function matching({ state, kinds, rules, vault, owner, text, batch, endsBefore, fails }: WaiverFilter): Sql {
  const lower = (value: string) => value.toLowerCase()
  const conditions = [
    state !== null && sql`state = ${state}`,
    kinds.length > 0 && sql`kind = any(${[...kinds]})`,
    rules.length > 0 && sql`"ruleId" = any(${[...rules]})`,
    vault !== null && sql`lower("vaultName") = ${lower(vault)}`,
    owner !== null && (owner === none ? sql`owner is null` : sql`owner = ${lower(owner)}`),
    text !== null &&
      sql`position(${lower(text)} in lower(concat_ws(chr(10), name, "vaultName", reason, "askedBy"))) > 0`,
    batch !== null && sql`batch = ${lower(batch)}`,
    endsBefore !== null && sql`"endsOn" < ${endsBefore}::date`,
    fails && sql`finding = 'fail'`,
  ]
  return joinSql([sql`true`, ...conditions.filter((wanted) => wanted !== false)], ' and ')
}

const stateRank = sql`array_position(array['asked', 'in-force', 'ended', 'declined', 'withdrawn'], state)`

/** The terms of `order by` over those columns; every order ends in the same tiebreak, so that pages never overlap. */
export function waiverOrder({ sort, direction }: WaiverOrder): Sql {
  const turned = direction === 'asc' ? sql`asc` : sql`desc`
  const subject = sql`lower(name) collate "C"`
  const first = {
    // What waits longest, and what ends soonest; what is over, the latest first.
    state: sql`${stateRank} ${turned}, case when state = 'asked' then "askedAt" when state = 'in-force' then "endsOn"::timestamptz end,
      coalesce("withdrawnAt", "decidedAt", "askedAt") desc`,
    subject: sql`${subject} ${turned}`,
    rule: sql`failing ${turned}`,
    asked: sql`"askedAt" ${turned}`,
    ends: sql`"endsOn" ${turned}`,
  }[sort]
  return sql`${first}, ${subject}, lower("vaultName") collate "C", failing, id`
}
