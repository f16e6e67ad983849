// Whether anybody answers for an object: a tag of its own, of its vault, its resource group or its subscription says so.
import type { Estate, Tags, Vault } from '../organization.ts'

const words = ['owner', 'contact', 'team']

const namesSomebody = (tags: Tags) =>
  Object.entries(tags).some(([name, value]) => words.includes(name.toLowerCase()) && value.trim() !== '')

/** Answers for the objects of one vault, by their own tags. */
export function isOwned({ resourceGroups, subscriptions }: Estate, vault: Vault): (own: Tags) => boolean {
  const group = resourceGroups.find(
    ({ name, subscriptionId }) => name === vault.resourceGroup && subscriptionId === vault.subscriptionId,
  )
  const subscription = subscriptions.find(({ id }) => id === vault.subscriptionId)
  const isCovered = [vault.tags, group?.tags ?? {}, subscription?.tags ?? {}].some(namesSomebody)
  return (own) => isCovered || namesSomebody(own)
}
