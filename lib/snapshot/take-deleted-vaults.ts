// Which vaults are deleted and can still be recovered, and since when: once per run, at its end.
import type { Azure } from '#lib/azure/azure.ts'
import { listDeletedVaults } from '#lib/azure/list-deleted-vaults.ts'
import { rememberDeletedVaults } from './memory/remember-deleted-vaults.ts'
import type { Remember } from './memory/while-ours.ts'

/** Returns the rows written, and for each subscription that could not be asked a sentence. */
export async function takeDeletedVaults({
  remember,
  azure,
  subscriptionIds,
  listedResourceIds,
  isOutOfSight,
  at,
  ownerTagNames,
}: {
  remember: Remember
  azure: Azure
  subscriptionIds: readonly string[]
  /** ARM ids of the vaults that are there. */
  listedResourceIds: ReadonlySet<string>
  /** Whether a subscription cannot be seen, though nobody left it out. */
  isOutOfSight: (subscriptionId: string) => boolean
  at: Date
  ownerTagNames: readonly string[]
}): Promise<{ written: number; problems: string[] }> {
  const { vaults, failures } = await listDeletedVaults(azure, subscriptionIds)
  const unread = new Set(failures.map(({ subscriptionId }) => subscriptionId))
  const isUnlisted = (subscriptionId: string) => unread.has(subscriptionId) || isOutOfSight(subscriptionId)
  const written = await rememberDeletedVaults(remember, {
    vaults,
    isUnlisted,
    alive: listedResourceIds,
    at,
    ownerTagNames,
  })
  return { written, problems: failures.map(({ reason }) => reason.detail) }
}
