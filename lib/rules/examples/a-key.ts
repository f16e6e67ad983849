import type { VaultObject } from '#lib/domain/vault-object.ts'
import { aSecret } from './a-secret.ts'

/** A key with which nothing is wrong, except what is said. */
export const aKey = (said: Partial<Omit<VaultObject, 'kind'>> = {}): VaultObject => ({
  ...aSecret({ name: 'disk-encryption', contentType: null, ...said }),
  kind: 'key',
})
