// A vault of its own for a test of memory, seen on days of November 2026.
import type { Database } from '#lib/db/open-database.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { recallVault } from '../memory/recall-vault.ts'
import { rememberVault } from '../memory/remember-vault.ts'
import { whileOurs } from '../memory/while-ours.ts'
import type { ObservedVault } from '../observed-vault.ts'
import { aRun } from './a-run.ts'

let vaults = 0

export const day = (dayOfMonth: number) => new Date(Date.UTC(2026, 10, dayOfMonth, 2, 15))

/** `sees` remembers one run's view of the vault on a day and returns the rows that took. */
export async function aRememberedVault(db: Database) {
  const { id: vaultId } = await db.vault.create({
    data: { resourceId: `vault-${vaults++}`, name: 'kv-orders', seenFirstAt: day(1) },
  })
  const remember = whileOurs(db, await aRun(db))
  const sees = async (dayOfMonth: number, observed: ObservedVault, verdicts: Verdict[] = []) =>
    rememberVault(remember, {
      vaultId,
      snapshotId: dayOfMonth,
      at: day(dayOfMonth),
      recalled: await recallVault(db, vaultId),
      observed,
      verdicts,
      ownerTagNames: ['owner'],
    })
  return { vaultId, sees }
}
