// Which vaults are there, where do they belong, and how are they set?
import { z } from 'zod'
import type { UnreadReason } from '#lib/domain/observed.ts'
import type { Tags } from '#lib/domain/tags.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { askResourceGraph } from './ask-resource-graph.ts'
import type { Azure } from './azure.ts'
import type { Cloud } from './cloud.ts'
import { EstateUnreadable } from './estate-unreadable.ts'
import { outOfSight } from './out-of-sight.ts'
import { resourceGroupsQuery, subscriptionsQuery, vaultsQuery } from './queries.ts'
import { tagsSchema } from './rows/object-item.ts'
import { settingsOf, vaultRowSchema } from './rows/vault-row.ts'
import { describeUnread } from './unread-reason.ts'

export type EstateListing = {
  vaults: Vault[]
  /** Vaults that are there, but whose settings cannot be understood. */
  unreadable: { resourceId: string; name: string; reason: UnreadReason }[]
  /** Every subscription that can be seen in scope, lower case. */
  subscriptionIds: string[]
  /** Whether a subscription cannot be seen, though nobody left it out: what is in it may be there or not. Ids in lower case. */
  isOutOfSight(subscriptionId: string): boolean
  /** Ids (not display names) of the management groups above a subscription, lower case, the nearest first. */
  managementGroupIdsOf(subscriptionId: string): readonly string[]
}

const ancestorSchema = z
  .object({ name: z.string(), displayName: z.string().nullish() })
  .transform(({ name, displayName }) => ({ id: name.toLowerCase(), name: displayName || name }))

const subscriptionSchema = z.object({
  id: z.string(),
  name: z.string(),
  subscriptionId: z.string(),
  tags: tagsSchema,
  managementGroups: z
    .array(ancestorSchema)
    .nullish()
    .transform((chain) => chain ?? []),
})
const resourceGroupSchema = z.object({ id: z.string(), name: z.string(), subscriptionId: z.string(), tags: tagsSchema })

type Places = { subscriptions: Map<string, Place>; resourceGroupTags: Map<string, Tags> }
type Place = { name: string; tags: Tags; managementGroups: { id: string; name: string }[] }

/**
 * Every vault in scope with the names and tags of its subscription and resource group. Throws EstateUnreadable when the
 * list cannot be had whole, and when no subscription at all is visible: to Resource Graph, no rights look like no estate.
 */
export async function listVaults(azure: Azure): Promise<EstateListing> {
  const places = await listPlaces(azure)
  const vaults = new Map<string, Vault>()
  const unreadable = new Map<string, EstateListing['unreadable'][number]>()
  for (const row of await askResourceGraph(azure, vaultsQuery, 'the list of vaults')) {
    const vault = readVault(row, azure.cloud, places)
    if ('reason' in vault) unreadable.set(vault.resourceId, vault)
    else vaults.set(vault.resourceId, vault)
  }
  const { subscriptions } = places
  return {
    vaults: [...vaults.values()],
    unreadable: [...unreadable.values()],
    subscriptionIds: [...subscriptions.keys()],
    isOutOfSight: outOfSight(azure, subscriptions.keys()),
    managementGroupIdsOf: (id) => subscriptions.get(id.toLowerCase())?.managementGroups.map((group) => group.id) ?? [],
  }
}

async function listPlaces(azure: Azure): Promise<Places> {
  const about = 'the list of subscriptions'
  const subscriptions = new Map<string, Place>()
  for (const row of await askResourceGraph(azure, subscriptionsQuery, about)) {
    const { data } = subscriptionSchema.safeParse(row)
    if (data) subscriptions.set(data.subscriptionId.toLowerCase(), data)
  }
  if (subscriptions.size === 0)
    throw new EstateUnreadable(
      describeUnread('forbidden', about, 'this identity can see none; it needs the role Reader'),
    )

  const resourceGroupTags = new Map<string, Tags>()
  for (const row of await askResourceGraph(azure, resourceGroupsQuery, 'the list of resource groups')) {
    const { data } = resourceGroupSchema.safeParse(row)
    if (data) resourceGroupTags.set(groupKey(data.subscriptionId, data.name), data.tags)
  }
  return { subscriptions, resourceGroupTags }
}

const groupKey = (subscriptionId: string, name: string) => `${subscriptionId}/${name}`.toLowerCase()

function readVault(raw: unknown, cloud: Cloud, places: Places): Vault | EstateListing['unreadable'][number] {
  const { data: row, error } = vaultRowSchema.safeParse(raw)
  if (!row) return unreadableRow(raw, error.issues[0]?.path.join('.') ?? '')
  const { properties, id, subscriptionId, ...vault } = row
  const uri = new URL(properties.vaultUri ?? `https://${vault.name}${cloud.vaultSuffix}`)
  // Our token for vaults goes to this host: it has to be one of the cloud's.
  if (uri.protocol !== 'https:' || !uri.hostname.endsWith(cloud.vaultSuffix) || uri.port !== '')
    return unreadableRow(raw, 'properties.vaultUri')
  const place = places.subscriptions.get(subscriptionId.toLowerCase())
  return {
    resourceId: id.toLowerCase(),
    ...vault,
    uri: uri.origin,
    tenantId: properties.tenantId.toLowerCase(),
    subscriptionId: subscriptionId.toLowerCase(),
    subscriptionName: place?.name ?? subscriptionId,
    managementGroups: place?.managementGroups.map(({ name }) => name) ?? [],
    subscriptionTags: place?.tags ?? {},
    resourceGroupTags: places.resourceGroupTags.get(groupKey(subscriptionId, vault.resourceGroup)) ?? {},
    settings: settingsOf(properties),
  }
}

const namesSchema = z.object({ id: z.string().catch(''), name: z.string().catch('') }).catch({ id: '', name: '' })

function unreadableRow(raw: unknown, field: string): EstateListing['unreadable'][number] {
  const { id, name } = namesSchema.parse(raw)
  const evidence = `${field || 'the row'} is not what Resource Graph documents`
  return {
    resourceId: id.toLowerCase(),
    name,
    reason: describeUnread('malformed-answer', `the settings of vault ${name || '(without a name)'}`, evidence),
  }
}
