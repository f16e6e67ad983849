// A vault whose own row in Resource Graph made no sense, or that is out of sight. It exists, or may, so it is kept; nothing
// about it can be decided.
import { sql } from '#lib/db/open-database.ts'
import { type Observed, type Part, parts, type UnreadReason } from '#lib/domain/observed.ts'
import { recallVault } from './recall-vault.ts'
import { rememberCoverage } from './remember-coverage.ts'
import type { Remember } from './while-ours.ts'

/** Marks every part unread, turns what was decided into unknown and ends the counts of passes. Returns the rows written. */
export async function rememberUnreadableVault(
  remember: Remember,
  { vaultId, snapshotId, at, reason }: { vaultId: number; snapshotId: number; at: Date; reason: UnreadReason },
): Promise<number> {
  const not: Observed<never> = { status: 'not', reason }
  const coverage = Object.fromEntries(parts.map((part) => [part, not])) as Record<Part, Observed<never>>
  return remember(async (tx) => {
    const recalled = await recallVault(tx, vaultId)
    let written = await rememberCoverage({ tx, vaultId, at }, recalled, coverage)
    written += await tx.$executeRaw(sql`
      with ended as (
        update verdict set valid_to = ${at} where vault_id = ${vaultId} and valid_to is null and status = 'fail'
        returning rule_id, vault_id, object_id, failing_since, owner, vault_owner)
      insert into verdict (rule_id, vault_id, object_id, status, valid_from, failing_since, because, facts, reason_code,
        owner, vault_owner)
      select rule_id, vault_id, object_id, 'unknown', ${at}, failing_since, ${reason.detail}, '{}', ${reason.code},
        owner, vault_owner from ended`)
    written += await tx.$executeRaw(sql`
      with ended as (
        update tally set valid_to = ${at}
        where vault_id = ${vaultId} and valid_to is null and pass + fail > 0
        returning vault_id, rule_id, owner, vault_owner, pass + fail + unknown as unknown, not_applicable)
      insert into tally (vault_id, rule_id, owner, vault_owner, valid_from, pass, fail, unknown, not_applicable)
      select vault_id, rule_id, owner, vault_owner, ${at}, 0, 0, unknown, not_applicable from ended`)
    await tx.$executeRaw(sql`update vault set observed_in = ${snapshotId}, gone_at = null where id = ${vaultId}`)
    return written
  })
}
