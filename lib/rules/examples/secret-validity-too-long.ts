import { notRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'exactly ninety days are short enough',
    given: { secrets: read([aSecret({ createdAt: daysAgo(10), expiresAt: inDays(80) })]) },
    verdict: 'pass',
    because: 'Made on 2026-11-13 and valid until 2027-02-11.',
  },
  {
    says: 'three years are too long',
    given: { secrets: read([aSecret({ createdAt: daysAgo(10), expiresAt: new Date('2029-11-13T06:00:00Z') })]) },
    verdict: 'fail',
    because: 'Made on 2026-11-13 and valid until 2029-11-13, longer than 90 days.',
  },
  {
    says: 'an expiry that was moved lengthens the validity of the same version',
    given: { secrets: read([aSecret({ createdAt: daysAgo(300), updatedAt: daysAgo(1), expiresAt: inDays(60) })]) },
    verdict: 'fail',
  },
  {
    says: 'a start in the future does not shorten it, nor does one in the past lengthen it',
    given: {
      secrets: read([aSecret({ createdAt: daysAgo(10), notBeforeAt: daysAgo(100), expiresAt: inDays(70) })]),
    },
    verdict: 'pass',
  },
  {
    says: 'how long is too long is a matter of policy',
    given: { secrets: read([aSecret({ createdAt: daysAgo(10), expiresAt: inDays(170) })]) },
    thresholds: { secretValidityDays: 180 },
    verdict: 'pass',
  },
  {
    says: 'an expired secret may have been valid for too long as well',
    given: { secrets: read([aSecret({ createdAt: daysAgo(400), expiresAt: daysAgo(3) })]) },
    verdict: 'fail',
  },
  {
    says: 'a secret that expired before it was made was never valid at all',
    badInput: 'an expiry before its creation',
    given: {
      secrets: read([
        aSecret({ createdAt: new Date('2026-10-05T12:00:00Z'), expiresAt: new Date('2026-10-02T12:00:00Z') }),
      ]),
    },
    verdict: 'not-applicable',
    because: 'Never valid: made on 2026-10-05, to expire on 2026-10-02.',
  },
  {
    says: 'that it never expires is another finding',
    given: { secrets: read([aSecret({ expiresAt: null })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'a disabled secret is not valid',
    given: { secrets: read([aSecret({ expiresAt: inDays(900), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is valid as long as the certificate',
    given: { secrets: read([aSecret({ expiresAt: inDays(300), managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: read([aSecret({ expiresAt: inDays(300), managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'a version from next year shows that the clocks disagree',
    badInput: 'clocks that disagree',
    given: { secrets: read([aSecret({ createdAt: new Date('2027-03-01T00:00:00Z'), expiresAt: inDays(120) })]) },
    verdict: 'unknown',
    because: 'Azure dates the current version 2027-03-01, after the snapshot: the clocks disagree.',
  },
  {
    says: 'a date that is none is not taken for a near one',
    given: { secrets: read([aSecret({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'secrets that were not listed may be valid for ever',
    given: { secrets: notRead('timed-out', 'no answer') },
    verdict: 'unknown',
    because: 'The secrets were not read: no answer came in time.',
  },
]
