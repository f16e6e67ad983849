import type { VaultObject } from '#lib/domain/vault-object.ts'
import { daysAgo, inDays } from './now.ts'

/** A secret with which nothing is wrong, except what is said. */
export const aSecret = (said: Partial<Omit<VaultObject, 'kind'>> = {}): VaultObject => ({
  name: 'stripe-key',
  enabled: true,
  notBeforeAt: null,
  expiresAt: inDays(50),
  createdAt: daysAgo(10),
  updatedAt: daysAgo(10),
  contentType: 'text/plain',
  tags: { owner: 'ana.silva@halden.example' },
  managed: false,
  recoveryLevel: 'Recoverable+Purgeable',
  ...said,
  kind: 'secret',
})
