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
  ...['2027-01-31', 'next spring', '1767225600', ''].map(
    (expires): Example => ({
      says: `a tag that says "${expires}" is no expiry date: Azure does not read it, and neither does Kempt`,
      badInput: 'a tag that is no date',
      given: { secrets: read([aSecret({ expiresAt: null, tags: { owner: 'ana', expires, ExpiryDate: expires } })]) },
      verdict: 'fail',
      because: 'Has no expiry date.',
    }),
  ),
  {
    says: 'nor does a tag that is no date spoil a date that is one',
    badInput: 'a tag that is no date',
    given: { secrets: read([aSecret({ expiresAt: new Date('2026-12-24T00:00:00Z'), tags: { expires: 'never' } })]) },
    verdict: 'pass',
    because: 'Expires on 2026-12-24.',
  },
  {
    says: 'an expiry before the creation is an expiry date; that it has passed is another finding',
    badInput: 'an expiry before its creation',
    given: {
      secrets: read([
        aSecret({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: new Date('2026-10-05T12:00:00Z') }),
      ]),
    },
    verdict: 'pass',
    because: 'Expires on 2026-10-02.',
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
