// Reads every part of one vault, each on its own: what fails leaves a reason, and the rest goes on.
import type { Azure } from '#lib/azure/azure.ts'
import { observeDiagnostics } from '#lib/azure/observe-diagnostics.ts'
import { observeObjects } from '#lib/azure/observe-objects.ts'
import type { AccessLog } from '#lib/domain/evidence.ts'
import { notRead, type Observed, read } from '#lib/domain/observed.ts'
import type { DiagnosticSetting, Vault } from '#lib/domain/vault.ts'
import { objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import { observeChangedVersions } from './observe-changed-versions.ts'
import type { ObservedVault } from './observed-vault.ts'
import type { Recalled } from './memory/recall-vault.ts'

/** What the access log tells about a vault, given where the vault says its logs go. */
export type AccessLogOf = (
  vault: Vault,
  diagnostics: Observed<readonly DiagnosticSetting[]>,
) => Promise<Observed<AccessLog>>

const unasked = notRead('not-asked', 'it was not asked for')

/** Observes one vault. Never throws for what Azure answers: an unread part is an `Observed` with its reason. */
export async function observeVault(
  azure: Azure,
  vault: Vault,
  recalled: Recalled,
  accessLogOf: AccessLogOf,
): Promise<ObservedVault> {
  const [secrets, keys, certificates, diagnostics] = await Promise.all([
    observeObjects(azure, vault, 'secret'),
    observeObjects(azure, vault, 'key'),
    observeObjects(azure, vault, 'certificate'),
    observeDiagnostics(azure, vault),
  ])
  const lists = {
    secrets: withRememberedFields(secrets, recalled),
    keys: withRememberedFields(keys, recalled),
    certificates: withRememberedFields(certificates, recalled),
  }
  const [versions, accessLog] = await Promise.all([
    observeChangedVersions(azure, vault, lists, recalled),
    accessLogOf(vault, diagnostics),
  ])
  return {
    evidence: {
      vault,
      ...lists,
      versions: unasked,
      renewals: unasked,
      keyMaterial: unasked,
      history: unasked,
      diagnostics,
      valueRoles: unasked,
      eventTopics: unasked,
      accessLog,
    },
    versions: versions.read,
    coverage: {
      settings: read(null),
      ...lists,
      deleted: unasked,
      versions: versions.coverage,
      renewals: unasked,
      'key-material': unasked,
      diagnostics,
      roles: unasked,
      events: unasked,
      'access-log': accessLog,
    },
  }
}

/**
 * The control plane does not say whether an object is managed or how it can be recovered. Both are fixed while a version
 * lives, so what the data plane once said of the same version still holds; without this, a vault whose firewall closes
 * would look as if every object had been edited.
 */
function withRememberedFields(
  list: Observed<readonly VaultObject[]>,
  recalled: Recalled,
): Observed<readonly VaultObject[]> {
  if (list.status !== 'partly' || list.missing !== 'fields') return list
  const remembered = new Map(recalled.objects.map((object) => [objectKey(object), object]))
  const value = list.value.map((object) => {
    const known = remembered.get(objectKey(object))
    if (!known || Date.parse(known.createdAt) !== object.createdAt.getTime()) return object
    return {
      ...object,
      managed: object.managed ?? known.managed,
      recoveryLevel: object.recoveryLevel ?? known.recoveryLevel,
    }
  })
  return { ...list, value }
}
