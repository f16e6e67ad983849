// Vaults that were deleted and can still be recovered, for as long as they are listed as such.
import { sql } from '#lib/db/open-database.ts'
import type { DeletedVault } from '#lib/domain/deleted-object.ts'
import { vaultOwner } from '#lib/domain/owner.ts'
import { difference } from './difference.ts'
import type { Remember } from './while-ours.ts'

/**
 * Returns the rows written. Of a subscription that `isUnlisted`, since its list was not wholly read, nothing ends: nobody
 * knows. The tags of their resource groups and subscriptions are gone with the vaults, so they name their owners themselves.
 */
export async function rememberDeletedVaults(
  remember: Remember,
  {
    vaults,
    isUnlisted,
    alive,
    at,
    ownerTagNames,
  }: {
    vaults: readonly DeletedVault[]
    isUnlisted: (subscriptionId: string) => boolean
    /** ARM ids of the vaults that are there: what is among them was recovered. */
    alive: ReadonlySet<string>
    at: Date
    ownerTagNames: readonly string[]
  },
): Promise<number> {
  const wanted = vaults.map(({ tags, ...vault }) => ({
    ...vault,
    owner: vaultOwner({ tags, resourceGroupTags: {}, subscriptionTags: {} }, ownerTagNames)?.owner ?? null,
  }))
  return remember(async (tx) => {
    const recalled = await tx.deletedVault.findMany({ where: { validTo: null } })
    const { ended: left, begun } = difference(recalled, wanted, {
      keyOfRemembered: ({ resourceId }) => resourceId,
      keyOfWanted: ({ resourceId }) => resourceId,
      same: (row, want) =>
        row.deletedAt.getTime() === want.deletedAt.getTime() &&
        row.scheduledPurgeAt.getTime() === want.scheduledPurgeAt.getTime() &&
        row.purgeProtected === want.purgeProtected &&
        row.owner === want.owner,
    })
    const begunIds = new Set(begun.map((row) => row.wanted.resourceId))
    const ended = left.filter(
      ({ resourceId, subscriptionId }) =>
        begunIds.has(resourceId) || alive.has(resourceId) || !isUnlisted(subscriptionId),
    )
    if (ended.length === 0 && begun.length === 0) return 0
    const ids = ended.map(({ id }) => id)
    await tx.$executeRaw(sql`update deleted_vault set valid_to = ${at} where id = any(${ids}::int[])`)
    await tx.deletedVault.createMany({ data: begun.map((row) => ({ validFrom: at, ...row.wanted })) })
    return ended.length + begun.length
  })
}
