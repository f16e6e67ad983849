import { notRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'a secret that expires next week is not expired',
    given: { secrets: read([aSecret({ expiresAt: inDays(7) })]) },
    verdict: 'pass',
  },
  {
    says: 'a secret past its date is',
    given: { secrets: read([aSecret({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: daysAgo(100) })]) },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and is still enabled.',
  },
  {
    says: 'the very instant of expiry counts as expired',
    given: { secrets: read([aSecret({ expiresAt: inDays(0) })]) },
    verdict: 'fail',
  },
  {
    says: 'an expiry before the creation is an expiry all the same',
    badInput: 'an expiry before its creation',
    given: {
      secrets: read([
        aSecret({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: new Date('2026-10-05T12:00:00Z') }),
      ]),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02, before its current version was made on 2026-10-05, and is still enabled.',
  },
  {
    says: 'a disabled secret may be expired',
    given: { secrets: read([aSecret({ expiresAt: daysAgo(3), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'without an expiry date nothing expires',
    given: { secrets: read([aSecret({ expiresAt: null })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is left to the certificate',
    given: { secrets: read([aSecret({ expiresAt: daysAgo(3), managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: read([aSecret({ expiresAt: daysAgo(3), managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'a date that is none is not taken for one in the future',
    given: { secrets: read([aSecret({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'a vault whose firewall refused says nothing about its secrets',
    given: { secrets: notRead('forbidden-by-firewall', 'request 1f0c: client address is not authorized') },
    verdict: 'unknown',
    because: "The secrets were not read: the vault's firewall refused.",
  },
]
