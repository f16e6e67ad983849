import type { VaultObject } from '#lib/domain/vault-object.ts'
import { aSecret } from './a-secret.ts'

/** A certificate with which nothing is wrong, except what is said. */
export const aCertificate = (said: Partial<Omit<VaultObject, 'kind'>> = {}): VaultObject => ({
  ...aSecret({ name: 'shop-tls', contentType: null, managed: null, ...said }),
  kind: 'certificate',
})
