import { notRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'exactly thirty days are far enough',
    given: { certificates: read([aCertificate({ expiresAt: inDays(30) })]) },
    verdict: 'pass',
    because: 'Expires on 2026-12-23.',
  },
  {
    says: 'twelve days are not',
    given: { certificates: read([aCertificate({ expiresAt: new Date('2026-12-05T06:00:00Z') })]) },
    verdict: 'fail',
    because: 'Expires soon, on 2026-12-05.',
  },
  {
    says: 'how near is near is a matter of policy',
    given: { certificates: read([aCertificate({ expiresAt: inDays(12) })]) },
    thresholds: { nearExpiryDays: 7 },
    verdict: 'pass',
  },
  {
    says: 'at the very instant of its expiry it is expired, not near it',
    given: { certificates: read([aCertificate({ expiresAt: inDays(0) })]) },
    verdict: 'not-applicable',
    because: 'Already expired on 2026-11-23.',
  },
  {
    says: 'an expiry before the creation is in the past, not near',
    badInput: 'an expiry before its creation',
    given: { certificates: read([aCertificate({ expiresAt: daysAgo(20), createdAt: daysAgo(10) })]) },
    verdict: 'not-applicable',
    because: 'Already expired on 2026-11-03.',
  },
  {
    says: 'without an expiry date nothing comes near',
    given: { certificates: read([aCertificate({ expiresAt: null })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'a disabled certificate may run out',
    given: { certificates: read([aCertificate({ expiresAt: inDays(3), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'a date that is none is neither near nor far',
    given: { certificates: read([aCertificate({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'certificates that were not listed may expire tomorrow',
    given: { certificates: notRead('throttled', '429') },
    verdict: 'unknown',
    because: 'The certificates were not read: Azure asked to slow down for too long.',
  },
]
