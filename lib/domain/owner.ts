import { type Tags, tagValue } from './tags.ts'

/** Where the name of an owner was found. Nearest wins. */
export type OwnerSource = 'object' | 'vault' | 'resource-group' | 'subscription'

export type Owner = { owner: string; source: OwnerSource }

/** Owners are compared in this form, so that "Ana.Silva@Halden.example " and "ana.silva@halden.example" are one owner. */
export const normalizeOwner = (text: string) => text.trim().toLowerCase()

/** The owner of a vault: its own tag, then its resource group's, then its subscription's; null when nobody is named. */
export function vaultOwner(
  vault: { tags: Tags; resourceGroupTags: Tags; subscriptionTags: Tags },
  tagNames: readonly string[],
): Owner | null {
  const levels: [OwnerSource, Tags][] = [
    ['vault', vault.tags],
    ['resource-group', vault.resourceGroupTags],
    ['subscription', vault.subscriptionTags],
  ]
  for (const [source, tags] of levels) {
    const value = tagValue(tags, tagNames)
    if (value) return { owner: normalizeOwner(value), source }
  }
  return null
}

/** The owner an object names itself, before its vault is asked; null when it names nobody. */
export function ownerNamedByObject(tags: Tags, tagNames: readonly string[]): string | null {
  const value = tagValue(tags, tagNames)
  return value ? normalizeOwner(value) : null
}
