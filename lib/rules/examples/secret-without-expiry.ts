import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'

const controlPlane = { code: 'forbidden-by-firewall', detail: 'read through the control plane' } as const

export const examples: readonly Example[] = [
  {
    says: 'a secret with an expiry date is fine',
    given: { secrets: read([aSecret({ expiresAt: new Date('2026-12-24T00:00:00Z') })]) },
    verdict: 'pass',
    because: 'Expires on 2026-12-24.',
  },
  {
    says: 'a secret without one is not',
    given: { secrets: read([aSecret({ expiresAt: null })]) },
    verdict: 'fail',
    because: 'Has no expiry date.',
  },
  {
    says: 'a disabled secret needs none',
    given: { secrets: read([aSecret({ expiresAt: null, enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is left to the certificate',
    given: { secrets: read([aSecret({ expiresAt: null, managed: true })]) },
    verdict: 'not-applicable',
    because: 'Belongs to its certificate.',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: partlyRead([aSecret({ expiresAt: null, managed: null })], 'fields', controlPlane) },
    verdict: 'unknown',
  },
  {
    says: 'a vault whose firewall refused says nothing about its secrets',
    given: { secrets: notRead('forbidden-by-firewall', 'request 1f0c: client address is not authorized') },
    verdict: 'unknown',
    because: "The secrets were not read: the vault's firewall refused.",
  },
]
