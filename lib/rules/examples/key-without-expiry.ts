import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aKey } from './a-key.ts'
import type { Example } from './example.ts'

const controlPlane = { code: 'forbidden-by-firewall', detail: 'read through the control plane' } as const

export const examples: readonly Example[] = [
  {
    says: 'a key with an expiry date is fine',
    given: { keys: read([aKey({ expiresAt: new Date('2027-06-24T00:00:00Z') })]) },
    verdict: 'pass',
    because: 'Expires on 2027-06-24.',
  },
  {
    says: 'a key without one is not',
    given: { keys: read([aKey({ expiresAt: null })]) },
    verdict: 'fail',
    because: 'Has no expiry date.',
  },
  ...['2027-01-31', 'next spring', '1767225600', ''].map(
    (expires): Example => ({
      says: `a tag that says "${expires}" is no expiry date: Azure does not read it, and neither does Kempt`,
      badInput: 'a tag that is no date',
      given: { keys: read([aKey({ expiresAt: null, tags: { owner: 'ana', expires, ExpiryDate: expires } })]) },
      verdict: 'fail',
      because: 'Has no expiry date.',
    }),
  ),
  {
    says: 'nor does a tag that is no date spoil a date that is one',
    badInput: 'a tag that is no date',
    given: { keys: read([aKey({ expiresAt: new Date('2026-12-24T00:00:00Z'), tags: { expires: 'never' } })]) },
    verdict: 'pass',
    because: 'Expires on 2026-12-24.',
  },
  {
    says: 'an expiry before the creation is an expiry date; that it has passed is another finding',
    badInput: 'an expiry before its creation',
    given: {
      keys: read([aKey({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: new Date('2026-10-05T12:00:00Z') })]),
    },
    verdict: 'pass',
    because: 'Expires on 2026-10-02.',
  },
  {
    says: 'a disabled key needs none',
    given: { keys: read([aKey({ expiresAt: null, enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the key behind a certificate is left to the certificate',
    given: { keys: read([aKey({ expiresAt: null, managed: true })]) },
    verdict: 'not-applicable',
    because: 'Belongs to its certificate.',
  },
  {
    says: 'where the source does not tell such keys apart, nobody knows',
    given: { keys: partlyRead([aKey({ expiresAt: null, managed: null })], 'fields', controlPlane) },
    verdict: 'unknown',
  },
  {
    says: 'a date that is none is no expiry date, nor its absence',
    given: { keys: read([aKey({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'a vault that lets nobody list its keys says nothing about them',
    given: { keys: notRead('forbidden-by-access-policy', 'does not have keys list permission') },
    verdict: 'unknown',
    because: 'The keys were not read: no access policy allows it.',
  },
]
