// Objects as they look in Key Vault's lists. Times are Unix seconds; what was never set is left out.
import { createHash } from 'node:crypto'
import type { Vault, VaultObject, Version } from '../organization/organization.ts'

const folders = { secret: 'secrets', key: 'keys', certificate: 'certificates' } as const

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000)

export const objectId = (vault: Vault, { kind, name }: Pick<VaultObject, 'kind' | 'name'>) =>
  `https://${vault.name}.vault.azure.net/${folders[kind]}/${name}`

/** A list item. `version` null: the base object with the newest version's attributes and no version in its id. */
export function listItem(vault: Vault, object: VaultObject, version: Version | null): Record<string, unknown> {
  const shown = version ?? current(object)
  const id = objectId(vault, object) + (version ? `/${version.id}` : '')
  const attributes = attributesOf(vault, object, shown)
  const tags = Object.keys(shown.tags).length === 0 ? {} : { tags: shown.tags }
  const managed = object.managed ? { managed: true } : {}
  switch (object.kind) {
    case 'secret':
      return {
        ...(shown.contentType === null ? {} : { contentType: shown.contentType }),
        id,
        attributes,
        ...tags,
        ...managed,
      }
    case 'key':
      return { kid: id, attributes, ...tags, ...managed }
    case 'certificate':
      return { id, x5t: thumbprint(shown.id), attributes, ...tags, subject: '' }
  }
}

/** An item of a deleted list; its id carries the version, as recorded. */
export function deletedItem(vault: Vault, object: VaultObject): Record<string, unknown> {
  const { deletedAt, scheduledPurgeAt } = object
  return {
    recoveryId: objectId(vault, object).replace('.vault.azure.net/', '.vault.azure.net/deleted'),
    ...(deletedAt ? { deletedDate: seconds(deletedAt) } : {}),
    ...(scheduledPurgeAt ? { scheduledPurgeDate: seconds(scheduledPurgeAt) } : {}),
    ...listItem(vault, object, current(object)),
  }
}

/** The public half of a key; made up, but of the right kind and length. */
export function keyBundle(vault: Vault, object: VaultObject, version: Version): Record<string, unknown> {
  const material = object.material ?? { kty: 'RSA', keySize: 2048 }
  const publicPart =
    'keySize' in material
      ? { n: madeUp(version.id, material.keySize / 8), e: 'AQAB' }
      : { crv: material.crv, x: madeUp(`${version.id}x`, 32), y: madeUp(`${version.id}y`, 32) }
  return {
    key: {
      kid: `${objectId(vault, object)}/${version.id}`,
      kty: material.kty,
      key_ops: ['sign', 'verify', 'wrapKey', 'unwrapKey', 'encrypt', 'decrypt'],
      ...publicPart,
    },
    attributes: attributesOf(vault, object, version),
    ...(Object.keys(version.tags).length === 0 ? {} : { tags: version.tags }),
    ...(object.managed ? { managed: true } : {}),
  }
}

/** A key nobody configured only notifies. https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation */
const onlyNotifies = {
  lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
  attributes: {},
}

export const rotationPolicy = (vault: Vault, key: VaultObject) => ({
  id: `${objectId(vault, key)}/rotationpolicy`,
  ...(key.policy ?? onlyNotifies),
})

export function current({ name, versions }: VaultObject): Version {
  const newest = versions.at(-1)
  if (!newest) throw new Error(`${name} has no version`)
  return newest
}

export function attributesOf(vault: Vault, { kind }: VaultObject, version: Version): Record<string, unknown> {
  const { enabled, notBeforeAt, expiresAt, createdAt, updatedAt } = version
  return {
    enabled,
    ...(notBeforeAt ? { nbf: seconds(notBeforeAt) } : {}),
    ...(expiresAt ? { exp: seconds(expiresAt) } : {}),
    created: seconds(createdAt),
    updated: seconds(updatedAt),
    ...recovery(vault),
    ...(kind === 'key' ? { exportable: false, hsmPlatform: '0' } : {}),
  }
}

/** Protection and retention of the vault are told with every object in it. */
function recovery({ properties }: Vault): Record<string, unknown> {
  if (properties.enableSoftDelete === false) return { recoveryLevel: 'Purgeable' }
  const recoverableDays = Number(properties.softDeleteRetentionInDays ?? 90)
  const level = recoverableDays < 90 ? 'CustomizedRecoverable' : 'Recoverable'
  const isProtected = properties.enablePurgeProtection === true
  return { recoveryLevel: isProtected ? level : `${level}+Purgeable`, recoverableDays }
}

const thumbprint = (version: string) => createHash('sha1').update(version).digest('base64url')

function madeUp(from: string, bytes: number): string {
  return createHash('shake256', { outputLength: bytes }).update(from).digest('base64url')
}
