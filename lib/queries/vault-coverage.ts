import { type Sql, sql } from '#lib/db/open-database.ts'
import { essentialParts, listParts } from '#lib/domain/observed.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from './held-at.ts'
import { withinScope } from './within-scope.ts'

/**
 * How far a vault was read. `not`: none of its lists, or nothing is known of it; `partly`: some essential part is missing;
 * `log`: only parts that have lines of their own in the ledger are, such as its access log; `read`: everything.
 */
export type VaultCoverage = 'not' | 'partly' | 'log' | 'read'

/** What was not asked for merely follows from another gap of the same vault. */
const isGap = sql`o.status <> 'read' and o.reason_code is distinct from 'not-asked'`

/** How far a vault was read, by its rows of `o` (observation): an aggregate. Without any row nothing is known of it. */
export const coverageOfParts = sql`
  case
    when coalesce(bool_and(o.status = 'not') filter (where o.part = any(${[...listParts]})), true) then 'not'
    when not coalesce(bool_and(o.status = 'read') filter (where o.part = any(${[...essentialParts]})), false) then 'partly'
    when bool_or(${isGap}) then 'log'
    else 'read'
  end`

/**
 * A subquery: the vaults a scope may see at an instant, one row each with `coverage`, its `gaps` as JSON, `gap_since`,
 * the beginning of the oldest gap, and the `reasons` for which essential parts of it were not read. The columns of its state are null where its row in Resource Graph was never read.
 */
export function vaultCoverage(scope: Scope, at: Date): Sql {
  return sql`
    select v.id, v.name, v.resource_id, s.uri, s.subscription_id, s.subscription_name, s.resource_group,
      s.settings ->> 'accessModel' as access_model,
      ${coverageOfParts} as coverage,
      min(o.valid_from) filter (where ${isGap}) as gap_since,
      array_agg(distinct o.reason_code) filter (where o.status <> 'read' and o.part = any(${[...essentialParts]})) as reasons,
      coalesce(
        jsonb_agg(
          jsonb_build_object('part', o.part, 'status', o.status, 'missing', o.missing, 'code', o.reason_code,
            'detail', o.detail, 'since', o.valid_from)
          order by o.part) filter (where ${isGap}),
        '[]') as gaps
    from vault v
    left join vault_state s on s.vault_id = v.id and ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)}
    left join observation o on o.vault_id = v.id and ${heldAt(at, sql`o.valid_from`, sql`o.valid_to`)}
    where v.seen_first_at <= ${at} and (v.gone_at is null or v.gone_at > ${at}) and ${withinScope(scope, sql`s.owner`)}
    group by v.id, s.id`
}
