// Evidence without Azure: what the job would know about a vault of the imitated organization, had it read everything.
import type { Evidence, ObjectReads, PerObject } from '#lib/domain/evidence.ts'
import type { KeyMaterial, Renewal } from '#lib/domain/object-detail.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import { objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Estate, VaultObject as Planned, Vault as PlannedVault } from '../azure/organization/organization.ts'
import { settingsOf } from './settings-of.ts'

export function evidenceOf(estate: Estate, vault: PlannedVault, planned: readonly Planned[], now: Date): Evidence {
  const held = planned.filter(({ deletedAt }) => !deletedAt)
  const objects = held.flatMap((object) => objectOf(object) ?? [])
  const list = (kind: VaultObject['kind']) => read(objects.filter((object) => object.kind === kind))
  const subscription = estate.subscriptions.find(({ id }) => id === vault.subscriptionId)
  const group = estate.resourceGroups.find(
    ({ name, subscriptionId }) => name === vault.resourceGroup && subscriptionId === vault.subscriptionId,
  )
  return {
    vault: {
      resourceId: vault.id.toLowerCase(),
      name: vault.name,
      uri: `https://${vault.name}.vault.azure.net`,
      tenantId: String(vault.properties.tenantId),
      subscriptionId: vault.subscriptionId,
      subscriptionName: subscription?.name ?? vault.subscriptionId,
      resourceGroup: vault.resourceGroup,
      location: vault.location,
      managementGroups: subscription?.managementGroups.map(({ displayName }) => displayName) ?? [],
      tags: vault.tags,
      resourceGroupTags: group?.tags ?? {},
      subscriptionTags: subscription?.tags ?? {},
      settings: settingsOf(vault.properties),
    },
    secrets: list('secret'),
    keys: list('key'),
    certificates: list('certificate'),
    versions: perObject(held, ({ versions }) => versions.map(({ id, ...version }) => ({ version: id, ...version }))),
    renewals: perObject(held, renewalOf),
    keyMaterial: perObject(held, materialOf),
    history: perObject(held, ({ versions }) => {
      const current = versions.at(-1)
      return { seenFirstAt: current?.createdAt ?? now, earliestExpiresAt: current?.expiresAt ?? null }
    }),
    diagnostics: read(
      vault.diagnosticSettings.map(({ name, workspaceId, storageAccountId, logs }) => ({
        name,
        workspaceId,
        storageAccountId,
        eventHubAuthorizationRuleId: null,
        logs: logs.map(({ category = null, categoryGroup = null, enabled }) => ({ category, categoryGroup, enabled })),
      })),
    ),
    valueRoles: read(
      estate.roleAssignments
        .filter(({ scope }) => scope.startsWith(vault.id) || vault.id.startsWith(`${scope}/`))
        .map(({ id, principalId, principalType, scope }) => ({
          id,
          roleName: 'Key Vault Secrets User',
          principalId,
          principalType,
          scope,
          level: scope === vault.id ? ('vault' as const) : ('subscription' as const),
          conditional: false,
        })),
    ),
    eventTopics: read((estate.eventTopics ?? []).filter(({ source }) => source === vault.id)),
    accessLog: read({
      coveredFromAt: daysBefore(now, 90),
      coveredUntilAt: now,
      silentDays: [],
      lastRowAt: now,
      lastOwnCallAt: now,
      reads: objects.map((object) => readsOf(object, held, now)),
      unnamedReadAt: null,
      denials: [{ caller: 'billing', day: midnight(now), calls: 3 }],
      throttles: [],
      backups: objects.slice(0, 2).map(({ kind, name }) => ({ kind, name, lastAt: daysBefore(now, 30) })),
    }),
    ownCalls: read({ madeAt: daysBefore(now, 3) }),
  }
}

function objectOf({ kind, name, managed, versions }: Planned): VaultObject | null {
  const current = versions.at(-1)
  if (!current) return null
  const { id: _, ...version } = current
  return { kind, name, ...version, managed: kind === 'certificate' ? null : managed, recoveryLevel: 'Recoverable' }
}

function perObject<Value>(
  objects: readonly Planned[],
  about: (object: Planned) => Value | null,
): Observed<PerObject<Value>> {
  const found = objects.flatMap((object): [string, Observed<Value>][] => {
    const value = about(object)
    return value === null ? [] : [[objectKey(object), read(value)]]
  })
  return read(new Map(found))
}

function renewalOf({ kind, policy }: Planned): Renewal | null {
  if (kind === 'secret') return null
  const automatic = /"(Rotate|AutoRenew)"/.test(JSON.stringify(policy ?? {}))
  const issuer = kind === 'certificate' ? String(Object(policy?.issuer).name) : null
  return { automatic, trigger: automatic ? 'P90D after creation' : null, issuer }
}

function materialOf({ kind, material = { kty: 'RSA', keySize: 2048 } }: Planned): KeyMaterial | null {
  if (kind === 'secret') return null
  return 'crv' in material
    ? { type: material.kty, bits: null, curve: material.crv }
    : { type: material.kty, bits: material.keySize, curve: null }
}

/**
 * One or two readers of everything: more than most objects have. One asks for the current version and caches it, the other
 * names a version and reads it a few times a day.
 */
function readsOf({ kind, name }: VaultObject, held: readonly Planned[], now: Date): ObjectReads {
  const version = held.find((object) => object.kind === kind && object.name === name)?.versions.at(-1)?.id ?? ''
  return {
    kind,
    name,
    callers: ['orders', 'billing'].map((caller, day) => {
      const lastReadAt = daysBefore(now, day + 1)
      const startsAt = new Date(midnight(lastReadAt).getTime() + 8 * hourMs)
      return {
        caller,
        calls: 24,
        lastReadAt,
        versions: [{ version: day === 0 ? '' : version, lastReadAt }],
        windows: day === 0 ? [] : [{ address: '20.0.0.1', startsAt, reads: 2 }],
      }
    }),
  }
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * dayMs)

const midnight = (at: Date) => new Date(Math.floor(at.getTime() / dayMs) * dayMs)
