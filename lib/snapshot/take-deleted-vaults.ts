// Which vaults are deleted and can still be recovered, and since when: once per run, at its end.
import type { Azure } from '#lib/azure/azure.ts'
import { listDeletedVaults } from '#lib/azure/list-deleted-vaults.ts'
import type { Database } from '#lib/db/open-database.ts'
import { rememberDeletedVaults } from './memory/remember-deleted-vaults.ts'

/** Returns the rows written, and for each subscription that could not be asked a sentence. */
export async function takeDeletedVaults({
  db,
  azure,
  subscriptionIds,
  listedResourceIds,
  at,
  ownerTagNames,
}: {
  db: Database
  azure: Azure
  subscriptionIds: readonly string[]
  /** ARM ids of the vaults that are there. */
  listedResourceIds: ReadonlySet<string>
  at: Date
  ownerTagNames: readonly string[]
}): Promise<{ written: number; problems: string[] }> {
  const { vaults, failures } = await listDeletedVaults(azure, subscriptionIds)
  const unlisted = failures.map(({ subscriptionId }) => subscriptionId)
  const written = await rememberDeletedVaults(db, { vaults, unlisted, alive: listedResourceIds, at, ownerTagNames })
  return { written, problems: failures.map(({ reason }) => reason.detail) }
}
