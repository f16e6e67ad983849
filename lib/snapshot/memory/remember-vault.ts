// Remembers one vault, in one transaction: all of what this run saw of it, or none. Running it again changes nothing.
import { sql } from '#lib/db/open-database.ts'
import { vaultOwner } from '#lib/domain/owner.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { type Owners, tallyVerdicts } from '#lib/engine/tally.ts'
import type { ObservedVault } from '../observed-vault.ts'
import type { Place } from './place.ts'
import type { Recalled } from './recall-vault.ts'
import { rememberCoverage } from './remember-coverage.ts'
import { rememberDeleted } from './remember-deleted.ts'
import { rememberDetails } from './remember-details.ts'
import { rememberObjects } from './remember-objects.ts'
import { rememberTallies } from './remember-tallies.ts'
import { rememberVaultState } from './remember-vault-state.ts'
import { rememberVerdicts } from './remember-verdicts.ts'
import { rememberVersions } from './remember-versions.ts'
import type { Remember } from './while-ours.ts'

/** Writes the difference between memory and observation. Returns how many rows were written. */
export async function rememberVault(
  remember: Remember,
  {
    vaultId,
    snapshotId,
    at,
    recalled,
    observed,
    verdicts,
    ownerTagNames,
  }: {
    vaultId: number
    snapshotId: number
    at: Date
    recalled: Recalled
    observed: ObservedVault
    verdicts: readonly Verdict[]
    ownerTagNames: readonly string[]
  },
): Promise<number> {
  const owner = vaultOwner(observed.evidence.vault, ownerTagNames)
  return remember(async (tx) => {
    const place: Place = { tx, vaultId, at }
    let written = await rememberVaultState(place, recalled, observed.evidence.vault, owner)
    const objects = await rememberObjects(place, recalled, observed.evidence, ownerTagNames)
    written += objects.written
    written += await rememberVersions(place, recalled, observed.readNow.versions, objects)
    written += await rememberDetails(place, recalled, observed, objects)
    written += await rememberDeleted(place, recalled, observed, ownerTagNames)
    written += await rememberCoverage(place, recalled, observed.coverage)
    const owners: Owners = {
      ownerOf: (subject) => (subject === 'vault' ? null : objects.ownerOf(subject)) ?? owner?.owner ?? null,
      vaultOwner: owner?.owner ?? null,
    }
    written += await rememberVerdicts(place, recalled, verdicts, { idOf: objects.idOf, ...owners })
    written += await rememberTallies(place, recalled, tallyVerdicts(verdicts, owners))
    // The mark that lets a killed run go on where it stopped. It commits with everything above or not at all.
    await tx.$executeRaw(sql`update vault set observed_in = ${snapshotId}, gone_at = null where id = ${vaultId}`)
    return written
  })
}
