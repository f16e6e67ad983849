// Reads every part of one vault, each on its own: what fails leaves a reason, and the rest goes on.
import type { Azure } from '#lib/azure/azure.ts'
import { observeDeleted } from '#lib/azure/observe-deleted.ts'
import { observeDiagnostics } from '#lib/azure/observe-diagnostics.ts'
import { observeObjects } from '#lib/azure/observe-objects.ts'
import type { AccessLog, OwnCalls } from '#lib/domain/evidence.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import type { EventTopic, ValueRole } from '#lib/domain/role-assignment.ts'
import type { DiagnosticSetting, Vault } from '#lib/domain/vault.ts'
import { objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Occasion } from './details/due-details.ts'
import { observeDetails } from './details/observe-details.ts'
import { rememberedHistory } from './details/remembered-history.ts'
import { type ObservedVault, objectsSeen } from './observed-vault.ts'
import type { Recalled } from './memory/recall-vault.ts'

/** What is asked for all vaults at once, and each vault's share of it. */
export type Shares = {
  /** What the access log tells about a vault, given where the vault says its logs go. */
  accessLogOf(vault: Vault, diagnostics: Observed<readonly DiagnosticSetting[]>): Promise<Observed<AccessLog>>
  /** Kempt's own calls that the vault's log has to show. */
  ownCallsOf(vault: Vault): OwnCalls
  valueRoles: Observed<(vault: Vault) => readonly ValueRole[]>
  eventTopicsOf(vault: Vault): Observed<readonly EventTopic[]>
}

/** Observes one vault. Never throws for what Azure answers: an unread part is an `Observed` with its reason. */
export async function observeVault(
  azure: Azure,
  vault: Vault,
  recalled: Recalled,
  shares: Shares,
  occasion: Occasion,
): Promise<ObservedVault> {
  const [secrets, keys, certificates, deleted, diagnostics] = await Promise.all([
    observeObjects(azure, vault, 'secret'),
    observeObjects(azure, vault, 'key'),
    observeObjects(azure, vault, 'certificate'),
    observeDeleted(azure, vault),
    observeDiagnostics(azure, vault),
  ])
  const lists = {
    secrets: withRememberedFields(secrets, recalled),
    keys: withRememberedFields(keys, recalled),
    certificates: withRememberedFields(certificates, recalled),
  }
  const [details, accessLog] = await Promise.all([
    observeDetails(azure, vault, lists, recalled, occasion),
    shares.accessLogOf(vault, diagnostics),
  ])
  const valueRoles = shareOf(shares.valueRoles, vault)
  const eventTopics = shares.eventTopicsOf(vault)
  return {
    evidence: {
      vault,
      ...lists,
      ...details.evidence,
      history: rememberedHistory(objectsSeen(lists), recalled, occasion.capturedAt),
      diagnostics,
      valueRoles,
      eventTopics,
      accessLog,
      ownCalls: read(shares.ownCallsOf(vault)),
    },
    deleted,
    readNow: details.readNow,
    coverage: {
      settings: read(null),
      ...lists,
      deleted,
      ...details.coverage,
      diagnostics,
      roles: valueRoles,
      events: eventTopics,
      'access-log': accessLog,
    },
  }
}

const shareOf = <T>(all: Observed<(vault: Vault) => T>, vault: Vault): Observed<T> =>
  all.status === 'not' ? all : { ...all, value: all.value(vault) }

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
