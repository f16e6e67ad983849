import type { ObjectHistory } from '#lib/domain/evidence.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import type { VaultObject } from '#lib/domain/vault-object.ts'
import { aDetail } from './a-detail.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

const made = new Date('2026-03-01T09:00:00Z')
const edited = new Date('2026-09-15T09:00:00Z')
const expires = new Date('2027-01-15T00:00:00Z')
const once = new Date('2026-09-30T00:00:00Z')

/** A secret of March that was edited in September and is to expire in January. */
const secret = (said: Partial<VaultObject> = {}) =>
  read([aSecret({ createdAt: made, updatedAt: edited, expiresAt: expires, ...said })])

/** Kempt saw it on the day it was made, with the expiry it has, except what is said. */
const seen = (said: Partial<ObjectHistory> = {}) =>
  aDetail(aSecret(), read({ seenFirstAt: new Date('2026-03-02T06:00:00Z'), earliestExpiresAt: expires, ...said }))

const late = new Date('2026-10-01T06:00:00Z')

export const examples: readonly Example[] = [
  {
    says: 'an expiry that was always the same was never moved',
    given: { secrets: secret(), history: seen() },
    verdict: 'pass',
    because: 'Made on 2026-03-01 and never seen with an earlier expiry since.',
  },
  {
    says: 'a later expiry on the same version is a rotation put off',
    given: { secrets: secret(), history: seen({ earliestExpiresAt: once }) },
    verdict: 'fail',
    because: 'Its expiry was moved from 2026-09-30 to 2027-01-15, and its version is still the one made on 2026-03-01.',
  },
  {
    says: 'moved back, but not all the way, it is still put off',
    given: {
      secrets: secret({ expiresAt: new Date('2026-12-01T00:00:00Z') }),
      history: seen({ earliestExpiresAt: once }),
    },
    verdict: 'fail',
    because: 'Its expiry was moved from 2026-09-30 to 2026-12-01, and its version is still the one made on 2026-03-01.',
  },
  {
    says: 'moved back to where it was it is as if nothing had happened',
    given: { secrets: secret({ expiresAt: once }), history: seen({ earliestExpiresAt: once }) },
    verdict: 'pass',
  },
  {
    says: 'an expiry that was moved to an earlier day was not put off',
    given: { secrets: secret({ expiresAt: once }), history: seen({ earliestExpiresAt: once }) },
    verdict: 'pass',
  },
  {
    says: 'a few hours later on the same day are later',
    given: {
      secrets: secret({ expiresAt: new Date('2026-12-01T18:00:00Z') }),
      history: seen({ earliestExpiresAt: new Date('2026-12-01T06:00:00Z') }),
    },
    verdict: 'fail',
    because:
      'Its expiry was moved from 2026-12-01 06:00 UTC to 2026-12-01 18:00 UTC, and its version is still the one made on 2026-03-01.',
  },
  {
    says: 'Kempt need not have seen the making of it to see the expiry move',
    given: { secrets: secret(), history: seen({ seenFirstAt: late, earliestExpiresAt: once }) },
    verdict: 'fail',
  },
  {
    says: 'a version that was never edited has the expiry it was made with',
    given: { secrets: secret({ updatedAt: made }), history: seen({ seenFirstAt: late }) },
    verdict: 'pass',
    because: 'Not edited since it was made on 2026-03-01.',
  },
  {
    says: 'an edit within a minute belongs to the making',
    given: { secrets: secret({ updatedAt: new Date('2026-03-01T09:01:00Z') }), history: seen({ seenFirstAt: late }) },
    verdict: 'pass',
  },
  {
    says: 'a version made after Kempt came to know the secret was seen from its making on',
    given: { secrets: secret(), history: seen({ seenFirstAt: new Date('2025-06-01T06:00:00Z') }) },
    verdict: 'pass',
  },
  {
    says: 'what was edited before Kempt first saw it may have been moved',
    given: { secrets: secret(), history: seen({ seenFirstAt: late }) },
    verdict: 'unknown',
    because:
      'Made on 2026-03-01, edited last on 2026-09-15, and seen by Kempt only from 2026-10-01 on: its expiry may have been moved before.',
  },
  {
    says: 'an expiry that came later than the version, to one that had none, is not a later one',
    given: { secrets: secret(), history: seen({ earliestExpiresAt: null }) },
    verdict: 'pass',
  },
  {
    says: 'an expiry that was taken away altogether is another finding',
    given: { secrets: secret({ expiresAt: null }), history: seen({ earliestExpiresAt: once }) },
    verdict: 'not-applicable',
    because: 'The secret has no expiry date.',
  },
  {
    says: 'an expiry before the creation was a mistake, and mending it is a later expiry all the same',
    badInput: 'an expiry before its creation',
    given: { secrets: secret(), history: seen({ earliestExpiresAt: new Date('2026-02-01T00:00:00Z') }) },
    verdict: 'fail',
    because: 'Its expiry was moved from 2026-02-01 to 2027-01-15, and its version is still the one made on 2026-03-01.',
  },
  {
    says: 'an edit before there was anything to edit proves nothing',
    badInput: 'clocks that disagree',
    given: { secrets: secret({ updatedAt: daysAgo(400) }), history: seen({ seenFirstAt: late }) },
    verdict: 'unknown',
    because: 'Azure dates the last edit 2025-10-19, before the current version was made on 2026-03-01.',
  },
  {
    says: 'a version from next year shows that the clocks disagree',
    badInput: 'clocks that disagree',
    given: { secrets: secret({ createdAt: new Date('2027-03-01T00:00:00Z') }), history: seen() },
    verdict: 'unknown',
    because: 'Azure dates the current version 2027-03-01, after the snapshot: the clocks disagree.',
  },
  {
    says: 'when the last edit was does not matter where Kempt saw them all',
    badInput: 'clocks that disagree',
    given: { secrets: secret({ updatedAt: inDays(90) }), history: seen() },
    verdict: 'pass',
    because: 'Made on 2026-03-01 and never seen with an earlier expiry since.',
  },
  {
    says: 'a date that is none is not taken for an early one',
    given: { secrets: secret(), history: seen({ earliestExpiresAt: new Date('whenever') }) },
    verdict: 'unknown',
  },
  {
    says: 'a disabled secret may keep its date',
    given: { secrets: secret({ enabled: false }), history: seen({ earliestExpiresAt: once }) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is renewed with the certificate',
    given: { secrets: secret({ managed: true }), history: seen({ earliestExpiresAt: once }) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: secret({ managed: null }), history: seen({ earliestExpiresAt: once }) },
    verdict: 'unknown',
  },
  {
    says: 'a memory with gaps may have missed the earlier one',
    given: {
      secrets: secret(),
      history: aDetail(
        aSecret(),
        partlyRead({ seenFirstAt: made, earliestExpiresAt: null }, 'items', {
          code: 'server-error',
          detail: 'snapshots are missing',
        }),
      ),
    },
    verdict: 'unknown',
  },
  {
    says: 'what nobody remembers cannot be compared',
    given: { secrets: secret(), history: read(new Map()) },
    verdict: 'unknown',
    because: 'The earlier states were not read: Kempt did not ask for it.',
  },
  {
    says: 'secrets that were not listed have no expiry to compare',
    given: { secrets: notRead('timed-out', 'no answer') },
    verdict: 'unknown',
    because: 'The secrets were not read: no answer came in time.',
  },
]
