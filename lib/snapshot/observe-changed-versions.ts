// Versions cost one call per object, so they are read only where the current version is not remembered yet.
import type { Azure } from '#lib/azure/azure.ts'
import { observeVersions } from '#lib/azure/observe-versions.ts'
import type { Evidence } from '#lib/domain/evidence.ts'
import { type Observed, partlyRead, read, type UnreadReason } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { type ObjectVersion, objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Recalled, RecalledVersion } from './memory/recall-vault.ts'

type Lists = Pick<Evidence, 'secrets' | 'keys' | 'certificates'>

/**
 * Reads the versions of every object whose current version memory does not hold as it is now. An object whose read
 * failed is tried again by the next run, because memory still lacks its version. Managed objects follow their certificate.
 */
export async function observeChangedVersions(azure: Azure, vault: Vault, lists: Lists, recalled: Recalled) {
  const versionsOf = Map.groupBy(recalled.versions, (version) => version.objectId)
  const idOf = new Map(recalled.objects.map((object) => [objectKey(object), object.objectId]))
  const result = new Map<string, readonly ObjectVersion[]>()
  let firstFailure: UnreadReason | null = null
  let failures = 0

  // One object after the other: the vault is read by one stream, and other vaults fill the time.
  for (const list of [lists.secrets, lists.keys, lists.certificates]) {
    if (list.status === 'not' || (list.status === 'partly' && list.missing === 'fields')) {
      // The data plane refused the list; it would refuse every version as well.
      firstFailure ??= list.reason
      continue
    }
    for (const object of list.value) {
      if (object.managed) continue
      const known = versionsOf.get(idOf.get(objectKey(object)) ?? -1) ?? []
      if (known.some((version) => isCurrent(version, object))) continue
      const versions = await observeVersions(azure, vault, object)
      if (versions.status !== 'not') result.set(objectKey(object), versions.value)
      if (versions.status !== 'read') {
        firstFailure ??= versions.reason
        failures++
      }
    }
  }
  return { read: result, coverage: coverage(lists, firstFailure, failures) }
}

/** Whether a remembered version is this object's current one, attributes and all. */
function isCurrent(version: RecalledVersion, object: VaultObject): boolean {
  return (
    Date.parse(version.createdAt) === object.createdAt.getTime() &&
    Date.parse(version.updatedAt) === object.updatedAt.getTime() &&
    version.enabled === object.enabled &&
    sameInstant(version.expiresAt, object.expiresAt)
  )
}

const sameInstant = (text: string | null, instant: Date | null) =>
  text === null ? instant === null : instant !== null && Date.parse(text) === instant.getTime()

function coverage(lists: Lists, firstFailure: UnreadReason | null, failures: number): Observed<unknown> {
  if (!firstFailure) return read(null)
  const nothing = [lists.secrets, lists.keys, lists.certificates].every((list) => list.status !== 'read')
  if (nothing && failures === 0) return { status: 'not', reason: firstFailure }
  return partlyRead(null, 'items', firstFailure)
}
