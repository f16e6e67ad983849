import { notRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'a certificate that expires next week is not expired',
    given: { certificates: read([aCertificate({ expiresAt: inDays(7) })]) },
    verdict: 'pass',
  },
  {
    says: 'a certificate past its date is',
    given: {
      certificates: read([aCertificate({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: daysAgo(400) })]),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and is still enabled.',
  },
  {
    says: 'the very instant of expiry counts as expired',
    given: { certificates: read([aCertificate({ expiresAt: inDays(0) })]) },
    verdict: 'fail',
  },
  {
    says: 'a certificate imported after it had expired is expired all the same',
    badInput: 'an expiry before its creation',
    given: {
      certificates: read([
        aCertificate({
          notBeforeAt: new Date('2025-10-02T12:00:00Z'),
          expiresAt: new Date('2026-10-02T12:00:00Z'),
          createdAt: new Date('2026-10-05T12:00:00Z'),
        }),
      ]),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02, before its current version was made on 2026-10-05, and is still enabled.',
  },
  {
    says: 'a disabled certificate may be expired',
    given: { certificates: read([aCertificate({ expiresAt: daysAgo(3), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'without an expiry date nothing expires',
    given: { certificates: read([aCertificate({ expiresAt: null })]) },
    verdict: 'not-applicable',
    because: 'The certificate has no expiry date.',
  },
  {
    says: 'a date that is none is not taken for one in the future',
    given: { certificates: read([aCertificate({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'a vault whose firewall refused says nothing about its certificates',
    given: { certificates: notRead('forbidden-by-firewall', 'request 1f0c: client address is not authorized') },
    verdict: 'unknown',
    because: "The certificates were not read: the vault's firewall refused.",
  },
]
