// The contents of one vault as amendments leave them.
import type { Amendment, Version, VaultObject } from './organization.ts'
import { dayMs } from './rhythm.ts'
import { hex32, seedOf } from './seeded-random.ts'

/** `objects` null: no such vault was generated. The answer is null when none was amended either, or it is gone. */
export function amendObjects(
  vault: string,
  objects: VaultObject[] | null,
  amendments: readonly Amendment[],
): VaultObject[] | null {
  let current = objects
  for (const amendment of amendments) {
    if (amendment.kind === 'vault' && amendment.vault.name === vault) {
      const { objects: given, from } = amendment
      current = given ? given.map((object) => completed(vault, { kind: 'secret', ...object }, from)) : (current ?? [])
    } else if (amendment.kind === 'object' && amendment.vault === vault && current) {
      current = withObject(vault, current, amendment.object, amendment.from)
    } else if (amendment.kind === 'vault-gone' && amendment.vault === vault) {
      current = null
    }
  }
  return current
}

type Given = Partial<VaultObject> & { kind: VaultObject['kind']; name: string }

function withObject(vault: string, objects: VaultObject[], given: Given, from: Date): VaultObject[] {
  const isMeant = ({ kind, name }: VaultObject) => kind === given.kind && name === given.name
  if (!objects.some(isMeant)) return [...objects, completed(vault, given, from)]
  return objects.map((object) => (isMeant(object) ? { ...object, ...given, ...purgeOf(given) } : object))
}

/** A deletion that says no more is purged after ninety days, and what was recovered is not purged. */
function purgeOf({ deletedAt, scheduledPurgeAt }: Given): Partial<VaultObject> {
  if (deletedAt === undefined || scheduledPurgeAt !== undefined) return {}
  return { scheduledPurgeAt: deletedAt && new Date(deletedAt.getTime() + 90 * dayMs) }
}

/** What is left out is healthy: one enabled version, made when the amendment begins, expiring sixty days later. */
function completed(vault: string, given: Given, from: Date): VaultObject {
  const version: Version = {
    id: hex32(seedOf('amended', vault, given.kind, given.name), 1),
    createdAt: from,
    updatedAt: from,
    enabled: true,
    notBeforeAt: null,
    expiresAt: new Date(from.getTime() + 60 * dayMs),
    contentType: given.kind === 'secret' ? 'text/plain' : null,
    tags: {},
  }
  return {
    managed: false,
    versions: [version],
    deletedAt: null,
    scheduledPurgeAt: null,
    policy: { secret: null, key: rotating, certificate: renewing }[given.kind],
    ...(given.kind === 'key' ? { material: { kty: 'RSA', keySize: 2048 } } : {}),
    ...given,
    ...purgeOf(given),
  }
}

const rotating = {
  lifetimeActions: [{ trigger: { timeAfterCreate: 'P90D' }, action: { type: 'Rotate' } }],
  attributes: { expiryTime: 'P2Y' },
}

const renewing = {
  key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
  secret_props: { contentType: 'application/x-pkcs12' },
  x509_props: { subject: 'CN=amended', validity_months: 12 },
  lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
  issuer: { name: 'DigiCert' },
  attributes: { enabled: true },
}
