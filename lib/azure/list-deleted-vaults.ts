// Which vaults are deleted, but can still be recovered?
import { z } from 'zod'
import type { DeletedVault } from '#lib/domain/deleted-object.ts'
import type { Observed, UnreadReason } from '#lib/domain/observed.ts'
import type { Azure } from './azure.ts'
import { tagsSchema } from './rows/object-item.ts'
import { observeList } from './wire/observe-list.ts'
import { readPages } from './wire/read-pages.ts'

export type DeletedVaultListing = {
  vaults: DeletedVault[]
  /** Subscriptions whose list could not be had, or not whole. */
  failures: { subscriptionId: string; reason: UnreadReason }[]
}

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const vaultSchema = z.object({
  name: z.string().min(1),
  properties: z.object({
    vaultId: z.string().startsWith('/subscriptions/'),
    location: z.string(),
    tags: tagsSchema,
    deletionDate: instant,
    scheduledPurgeDate: instant,
    purgeProtectionEnabled: z.boolean().nullish(),
  }),
})

/**
 * The deleted vaults of these subscriptions. They are not in Resource Graph: one list a subscription, and one that fails
 * does not lose the others. Never throws for Azure's sake.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/list-deleted
 */
export async function listDeletedVaults(
  azure: Azure,
  subscriptionIds: readonly string[],
): Promise<DeletedVaultListing> {
  const lists = await Promise.all(
    subscriptionIds.map(async (subscriptionId) => ({ subscriptionId, list: await observeIn(azure, subscriptionId) })),
  )
  return {
    vaults: lists.flatMap(({ list }) => (list.status === 'not' ? [] : list.value)),
    failures: lists.flatMap(({ subscriptionId, list }) =>
      list.status === 'read' ? [] : [{ subscriptionId, reason: list.reason }],
    ),
  }
}

function observeIn(azure: Azure, subscriptionId: string): Promise<Observed<DeletedVault[]>> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/deletedVaults`
  return observeList(
    readPages((page) => azure.getFromArm(page), `${azure.cloud.armOrigin}${path}?api-version=2026-02-01`),
    (item) => readVault(subscriptionId, item),
    { about: `the deleted vaults of subscription ${subscriptionId}`, keyOf: (vault) => vault.resourceId },
  )
}

function readVault(subscriptionId: string, raw: unknown): DeletedVault | null {
  const vault = vaultSchema.safeParse(raw)
  if (!vault.success) return null
  const { name, properties } = vault.data
  return {
    resourceId: properties.vaultId.toLowerCase(),
    name,
    subscriptionId: subscriptionId.toLowerCase(),
    location: properties.location,
    deletedAt: properties.deletionDate,
    scheduledPurgeAt: properties.scheduledPurgeDate,
    purgeProtected: properties.purgeProtectionEnabled === true,
    tags: properties.tags,
  }
}
