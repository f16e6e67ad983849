import { notRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'a version of ten days is fresh',
    given: { secrets: read([aSecret({ createdAt: daysAgo(10) })]) },
    verdict: 'pass',
    because: 'Last rotated on 2026-11-13; the next rotation is due on 2027-01-12.',
  },
  {
    says: 'a version of a hundred days is overdue',
    given: { secrets: read([aSecret({ createdAt: daysAgo(100) })]) },
    verdict: 'fail',
    because: 'Last rotated on 2026-08-15; the next rotation was due on 2026-10-14.',
  },
  {
    says: 'a version is due at sixty days, not the day after',
    given: { secrets: read([aSecret({ createdAt: daysAgo(60) })]) },
    verdict: 'fail',
  },
  {
    says: 'an edited tag is not a rotation',
    given: { secrets: read([aSecret({ createdAt: daysAgo(100), updatedAt: daysAgo(1) })]) },
    verdict: 'fail',
  },
  {
    says: 'how often is a matter of policy',
    given: { secrets: read([aSecret({ createdAt: daysAgo(100) })]) },
    thresholds: { rotationDays: 180 },
    verdict: 'pass',
  },
  {
    says: 'a secret without an expiry date is to be rotated too',
    given: { secrets: read([aSecret({ createdAt: daysAgo(100), expiresAt: null })]) },
    verdict: 'fail',
  },
  {
    says: 'a disabled secret is not rotated',
    given: { secrets: read([aSecret({ createdAt: daysAgo(100), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is renewed with the certificate',
    given: { secrets: read([aSecret({ createdAt: daysAgo(300), managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: read([aSecret({ createdAt: daysAgo(300), managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'a secret rotated while the snapshot runs is fresh',
    given: { secrets: read([aSecret({ createdAt: inDays(0.01) })]) },
    verdict: 'pass',
  },
  {
    says: 'a version from next year shows that the clocks disagree',
    badInput: 'clocks that disagree',
    given: { secrets: read([aSecret({ createdAt: new Date('2027-03-01T00:00:00Z') })]) },
    verdict: 'unknown',
    because: 'Azure dates the current version 2027-03-01, after the snapshot: the clocks disagree.',
  },
  {
    says: 'a vault whose firewall refused says nothing about its secrets',
    given: { secrets: notRead('forbidden-by-firewall', 'request 1f0c: client address is not authorized') },
    verdict: 'unknown',
    because: "The secrets were not read: the vault's firewall refused.",
  },
]
