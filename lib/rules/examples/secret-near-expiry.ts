import { notRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'fifty days are far enough',
    given: { secrets: read([aSecret({ expiresAt: inDays(50) })]) },
    verdict: 'pass',
  },
  {
    says: 'exactly thirty days are far enough',
    given: { secrets: read([aSecret({ expiresAt: inDays(30) })]) },
    verdict: 'pass',
  },
  {
    says: 'twelve days are not',
    given: { secrets: read([aSecret({ expiresAt: new Date('2026-12-05T06:00:00Z') })]) },
    verdict: 'fail',
    because: 'Expires soon, on 2026-12-05.',
  },
  {
    says: 'how near is near is a matter of policy',
    given: { secrets: read([aSecret({ expiresAt: inDays(12) })]) },
    thresholds: { nearExpiryDays: 7 },
    verdict: 'pass',
  },
  {
    says: 'an expired secret is no longer near its expiry',
    given: { secrets: read([aSecret({ expiresAt: daysAgo(1) })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'at the very instant of its expiry it is expired, not near it',
    given: { secrets: read([aSecret({ expiresAt: inDays(0) })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'an expiry before the creation is in the past, not near',
    badInput: 'an expiry before its creation',
    given: { secrets: read([aSecret({ expiresAt: daysAgo(20), createdAt: daysAgo(10) })]) },
    verdict: 'not-applicable',
    because: 'Already expired on 2026-11-03.',
  },
  {
    says: 'without an expiry date nothing comes near',
    given: { secrets: read([aSecret({ expiresAt: null })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'a disabled secret may run out',
    given: { secrets: read([aSecret({ expiresAt: inDays(3), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is renewed with the certificate',
    given: { secrets: read([aSecret({ expiresAt: inDays(3), managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: read([aSecret({ expiresAt: inDays(3), managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'a vault whose firewall refused says nothing about its secrets',
    given: { secrets: notRead('forbidden-by-firewall', 'request 1f0c: client address is not authorized') },
    verdict: 'unknown',
    because: "The secrets were not read: the vault's firewall refused.",
  },
]
