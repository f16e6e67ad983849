// The one place that says which findings were opened and which were fixed, and when: the chart of weeks, the list behind each of
// its marks and the file of that list are built on it, so that they cannot differ.
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { subjectWithinScope } from '../subject-within-scope.ts'

export const findingEventKinds = ['opened', 'fixed'] as const

export type FindingEventKind = (typeof findingEventKinds)[number]

/**
 * A subquery, one row per event from `from` up to `at`: `what`, when (`at`), the rule, vault and object, and the `verdict_id`
 * that tells of it. What already failed when a rule first looked was found, not opened, and is in neither: in the first
 * snapshot of all, and in the first that judged by a new rule. A finding that ends in `unknown` is not fixed; one whose
 * object is gone is. A waiver neither opens nor fixes.
 */
export function findingEvents(scope: Scope, { from, at }: { from: Sql; at: Date }): Sql {
  const visible = subjectWithinScope(scope, {
    vaultId: sql`v.vault_id`,
    objectId: sql`v.object_id`,
    at: sql`v.valid_from`,
  })
  return sql`
    select 'opened' as what, v.failing_since as at, v.rule_id, v.vault_id, v.object_id, max(v.id) as verdict_id
    from verdict v
    join (
      -- A run that failed may have been the first to know a rule, but it did not look at everything: the next one did.
      select r.id as rule_id, min(s.captured_at) as at
      from rule r join snapshot s on s.status in ('complete', 'partial') and (r.added_at is null or s.captured_at >= r.added_at)
      group by r.id) first_look on first_look.rule_id = v.rule_id
    where v.failing_since >= ${from} and v.failing_since <= ${at} and v.valid_from <= ${at}
      and v.failing_since > first_look.at
      and ${visible}
    group by v.rule_id, v.vault_id, v.object_id, v.failing_since
    union all
    select 'fixed', v.valid_to, v.rule_id, v.vault_id, v.object_id, v.id
    from verdict v
    where v.failing_since is not null and v.valid_to >= ${from} and v.valid_to <= ${at}
      and not exists (
        select from verdict next
        -- Not "is not distinct from", which cannot be hashed: this is asked of every finding that ever ended.
        where next.vault_id = v.vault_id and next.rule_id = v.rule_id and next.valid_from = v.valid_to
          and coalesce(next.object_id, 0) = coalesce(v.object_id, 0))
      and ${visible}`
}
