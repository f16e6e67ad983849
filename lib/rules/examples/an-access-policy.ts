import type { AccessPolicy } from '#lib/domain/vault.ts'

/** A policy that lets somebody read secrets, except what is said. */
export const anAccessPolicy = (said: Partial<AccessPolicy> = {}): AccessPolicy => ({
  objectId: '6a1f0c52-3333-4a6e-9c1e-2f6f0a9d7c03',
  applicationId: null,
  secrets: ['get', 'list'],
  keys: [],
  certificates: [],
  ...said,
})
