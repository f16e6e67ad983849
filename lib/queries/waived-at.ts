import { type Sql, sql } from '#lib/db/open-database.ts'

/**
 * The condition that a finding is waived at an instant: somebody approved it until later. The columns are those of the
 * verdict in question; `objectId` may be null, for a finding about the vault itself.
 */
export function waivedAt(at: Date, finding: { ruleId: Sql; vaultId: Sql; objectId: Sql }): Sql {
  return sql`exists (
    select from waiver w
    where w.vault_id = ${finding.vaultId} and w.rule_id = ${finding.ruleId}
      and w.object_id is not distinct from ${finding.objectId} and w.valid_from <= ${at} and w.valid_to > ${at})`
}
