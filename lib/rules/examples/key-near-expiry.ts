import { notRead, read } from '#lib/domain/observed.ts'
import { aKey } from './a-key.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'exactly thirty days are far enough',
    given: { keys: read([aKey({ expiresAt: inDays(30) })]) },
    verdict: 'pass',
    because: 'Expires on 2026-12-23.',
  },
  {
    says: 'twelve days are not',
    given: { keys: read([aKey({ expiresAt: new Date('2026-12-05T06:00:00Z') })]) },
    verdict: 'fail',
    because: 'Expires soon, on 2026-12-05.',
  },
  {
    says: 'how near is near is a matter of policy',
    given: { keys: read([aKey({ expiresAt: inDays(12) })]) },
    thresholds: { nearExpiryDays: 7 },
    verdict: 'pass',
  },
  {
    says: 'at the very instant of its expiry it is expired, not near it',
    given: { keys: read([aKey({ expiresAt: inDays(0) })]) },
    verdict: 'not-applicable',
    because: 'Already expired on 2026-11-23.',
  },
  {
    says: 'an expiry before the creation is in the past, not near',
    badInput: 'an expiry before its creation',
    given: { keys: read([aKey({ expiresAt: daysAgo(20), createdAt: daysAgo(10) })]) },
    verdict: 'not-applicable',
    because: 'Already expired on 2026-11-03.',
  },
  {
    says: 'without an expiry date nothing comes near',
    given: { keys: read([aKey({ expiresAt: null })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'a disabled key may run out',
    given: { keys: read([aKey({ expiresAt: inDays(3), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the key behind a certificate is renewed with the certificate',
    given: { keys: read([aKey({ expiresAt: inDays(3), managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such keys apart, nobody knows',
    given: { keys: read([aKey({ expiresAt: inDays(3), managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'a date that is none is neither near nor far',
    given: { keys: read([aKey({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'keys that were not listed may expire tomorrow',
    given: { keys: notRead('throttled', '429') },
    verdict: 'unknown',
    because: 'The keys were not read: Azure asked to slow down for too long.',
  },
]
