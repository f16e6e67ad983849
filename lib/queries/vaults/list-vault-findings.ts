import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { heldAt } from '../held-at.ts'
import { waivedAt } from '../waived-at.ts'
import { withinScope } from '../within-scope.ts'

export type VaultFinding = {
  /** o12 for an object, v3 for the vault itself. */
  key: string
  kind: ObjectKind | 'vault'
  name: string
  ruleId: string
  failing: string
  area: string
  severity: Severity
  because: string
  failingSince: Date | null
  /** How many subjects in the vault fail the same rule and are not waived. */
  ofRule: number
  /** How many more fail it and are waived. */
  waivedOfRule: number
}

/**
 * What fails in this vault? Of each rule the `most` that fail longest; `ofRule` says how many there are. What is waived is
 * only counted.
 */
export function listVaultFindings(
  db: Database,
  scope: Scope,
  { at, vaultId, most }: { at: Date; vaultId: number; most: number },
): Promise<VaultFinding[]> {
  const waived = waivedAt(at, { ruleId: sql`d.rule_id`, vaultId: sql`d.vault_id`, objectId: sql`d.object_id` })
  return db.$queryRaw<VaultFinding[]>(sql`
    select key, kind, name, "ruleId", failing, area, severity::text as severity, because, "failingSince", "ofRule",
      "waivedOfRule"
    from (
      select case when o.id is null then 'v' || v.id else 'o' || o.id end as key, coalesce(o.kind::text, 'vault') as kind,
        coalesce(o.name, v.name) as name, r.id as "ruleId", r.failing, r.area, r.severity, r.position, d.because,
        d.failing_since as "failingSince", w.waived,
        (count(*) filter (where not w.waived) over (partition by r.id))::int as "ofRule",
        (count(*) filter (where w.waived) over (partition by r.id))::int as "waivedOfRule",
        row_number() over (partition by r.id, w.waived order by d.failing_since, lower(o.name), o.id) as place
      from verdict d
      cross join lateral (select ${waived} as waived) w
      join rule r on r.id = d.rule_id
      join vault v on v.id = d.vault_id
      left join vault_state vs on vs.vault_id = d.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
      left join vault_object o on o.id = d.object_id
      left join object_state os on os.object_id = d.object_id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
      where d.vault_id = ${vaultId} and d.status = 'fail' and ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)}
        and ${withinScope(scope, sql`os.owner`, sql`vs.owner`)}) f
    where place <= ${most} and not waived
    order by f.severity, position, "ruleId", place`)
}
