import { notRead, read } from '#lib/domain/observed.ts'
import { aKey } from './a-key.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

export const examples: readonly Example[] = [
  {
    says: 'a key that expires next week is not expired',
    given: { keys: read([aKey({ expiresAt: inDays(7) })]) },
    verdict: 'pass',
  },
  {
    says: 'a key past its date is',
    given: { keys: read([aKey({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: daysAgo(400) })]) },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and is still enabled.',
  },
  {
    says: 'the very instant of expiry counts as expired',
    given: { keys: read([aKey({ expiresAt: inDays(0) })]) },
    verdict: 'fail',
  },
  {
    says: 'an expiry before the creation is an expiry all the same',
    badInput: 'an expiry before its creation',
    given: {
      keys: read([aKey({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: new Date('2026-10-05T12:00:00Z') })]),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02, before its current version was made on 2026-10-05, and is still enabled.',
  },
  {
    says: 'the key behind a certificate is left to the certificate',
    given: { keys: read([aKey({ expiresAt: daysAgo(3), managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such keys apart, nobody knows',
    given: { keys: read([aKey({ expiresAt: daysAgo(3), managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'a disabled key may be expired',
    given: { keys: read([aKey({ expiresAt: daysAgo(3), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'without an expiry date nothing expires',
    given: { keys: read([aKey({ expiresAt: null })]) },
    verdict: 'not-applicable',
    because: 'The key has no expiry date.',
  },
  {
    says: 'a date that is none is not taken for one in the future',
    given: { keys: read([aKey({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'a vault whose firewall refused says nothing about its keys',
    given: { keys: notRead('forbidden-by-firewall', 'request 1f0c: client address is not authorized') },
    verdict: 'unknown',
    because: "The keys were not read: the vault's firewall refused.",
  },
]
