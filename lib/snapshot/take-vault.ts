// One vault's way through the run: recall, observe, judge, remember.
import type { Azure } from '#lib/azure/azure.ts'
import type { Database } from '#lib/db/open-database.ts'
import type { Policy } from '#lib/domain/policy.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { judge } from '#lib/engine/judge.ts'
import type { Occasion } from './details/due-details.ts'
import { observeVault, type Shares } from './observe-vault.ts'
import { recallVault } from './memory/recall-vault.ts'
import { rememberVault } from './memory/remember-vault.ts'
import type { Remember } from './memory/while-ours.ts'

/** Returns how many rows the vault's changes took. Throws only when the database does. */
export async function takeVault({
  db,
  remember,
  azure,
  vault,
  vaultId,
  snapshotId,
  occasion,
  policy,
  ownerTagNames,
  shares,
}: {
  db: Database
  remember: Remember
  azure: Azure
  vault: Vault
  vaultId: number
  snapshotId: number
  occasion: Occasion
  policy: Policy
  ownerTagNames: readonly string[]
  shares: Shares
}): Promise<number> {
  const at = occasion.capturedAt
  const recalled = await recallVault(db, vaultId)
  const observed = await observeVault(azure, vault, recalled, shares, occasion)
  const verdicts = judge({
    evidence: observed.evidence,
    known: recalled.objects.map(({ kind, name }) => ({ kind, name })),
    policy,
    ownerTagNames,
    now: at,
  })
  return rememberVault(remember, { vaultId, snapshotId, at, recalled, observed, verdicts, ownerTagNames })
}
