import { type Tags, tagValue } from './tags.ts'

/** Where the name of an owner was found. Nearest wins. */
export type OwnerSource = 'object' | 'vault' | 'resource-group' | 'subscription'

export type Owner = { owner: string; source: OwnerSource }

// Whatever a mail stands in ("mailto:", "<…>", a sentence), it ends where none of these can be in it.
const mail = /[^\s<>()[\]:;,"'|/\\@][^\s<>()[\]:;,"|/\\@]*@[^\s<>()[\]:;,"'|/\\@?]*[^\s<>()[\]:;,"'|/\\@?.]/

// How Entra names a guest: the "@" of its own mail as "_", before the name of the tenant it visits.
const guest = /^([^#@]+)_([^_#@?']*[^_#@?'.])#ext#@.*$/

/**
 * Owners are compared in this form, so that "Ana Silva <Ana.Silva@Halden.example>" and "mailto:ana.silva@halden.example"
 * are one owner: the mail alone, of a guest the one at home; else the name of a person, group or team; in lower case.
 * Of several names in one tag the first counts, since one has to answer for it: those between ";" are several names, and
 * of several mails in one name the first is meant. A comma does not part names, for "Silva, Ana" is one. '' names nobody.
 */
export function normalizeOwner(text: string): string {
  const names = text.toLowerCase().split(';').map(withoutFrame)
  const name = names.find((said) => said !== '') ?? ''
  const address = mail.exec(name)?.[0]
  return address ? address.replace(guest, '$1@$2') : name
}

const withoutFrame = (name: string) =>
  name
    .replaceAll(/\s+/g, ' ')
    .replace(/^ ?(mailto: ?)+/, '')
    .trim()

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
    const owner = ownerNamedByObject(tags, tagNames)
    if (owner) return { owner, source }
  }
  return null
}

/** The owner an object names itself, before its vault is asked; null when it names nobody. */
export function ownerNamedByObject(tags: Tags, tagNames: readonly string[]): string | null {
  const value = tagValue(tags, tagNames)
  return value ? normalizeOwner(value) || null : null
}
