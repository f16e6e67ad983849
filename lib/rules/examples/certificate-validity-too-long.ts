import { notRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

const valid = (from: string | null, until: string) =>
  read([aCertificate({ notBeforeAt: from === null ? null : new Date(from), expiresAt: new Date(until) })])

export const examples: readonly Example[] = [
  {
    says: 'a year by the calendar is a year, leap day or not',
    given: { certificates: valid('2027-06-01T00:00:00Z', '2028-06-01T00:00:00Z') },
    verdict: 'pass',
    because: 'Valid from 2027-06-01 until 2028-06-01.',
  },
  {
    says: 'the ten minutes that Key Vault dates its certificates back do not count',
    given: { certificates: valid('2026-03-01T11:50:00Z', '2027-03-01T12:00:00Z') },
    verdict: 'pass',
  },
  {
    says: 'two days more than a year are too long',
    given: { certificates: valid('2026-03-01T00:00:00Z', '2027-03-03T00:00:00Z') },
    verdict: 'fail',
    because: 'Valid from 2026-03-01 until 2027-03-03, longer than 12 months.',
  },
  {
    says: 'what it was imported on does not shorten it',
    given: {
      certificates: read([
        aCertificate({
          notBeforeAt: daysAgo(500),
          createdAt: daysAgo(10),
          updatedAt: daysAgo(10),
          expiresAt: inDays(200),
        }),
      ]),
    },
    verdict: 'fail',
  },
  {
    says: 'without a start its making counts',
    given: {
      certificates: read([aCertificate({ notBeforeAt: null, createdAt: daysAgo(10), expiresAt: inDays(700) })]),
    },
    verdict: 'fail',
  },
  {
    says: 'how long is too long is a matter of policy',
    given: { certificates: valid('2026-03-01T00:00:00Z', '2028-03-01T00:00:00Z') },
    thresholds: { certificateValidityMonths: 24 },
    verdict: 'pass',
  },
  {
    says: 'a month is a month',
    given: { certificates: valid('2026-03-01T00:00:00Z', '2026-06-01T00:00:00Z') },
    thresholds: { certificateValidityMonths: 1 },
    verdict: 'fail',
    because: 'Valid from 2026-03-01 until 2026-06-01, longer than 1 month.',
  },
  {
    says: 'a certificate that ends before it begins was never valid',
    badInput: 'an expiry before its creation',
    given: { certificates: valid('2026-10-05T00:00:00Z', '2026-10-02T00:00:00Z') },
    verdict: 'not-applicable',
    because: 'Never valid: its dates run from 2026-10-05 back to 2026-10-02.',
  },
  {
    says: 'a disabled certificate is not valid',
    given: { certificates: read([aCertificate({ expiresAt: inDays(900), enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'one without an expiry has no length',
    given: { certificates: read([aCertificate({ expiresAt: null })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'made next year and without a start: the clocks disagree',
    badInput: 'clocks that disagree',
    given: {
      certificates: read([aCertificate({ createdAt: new Date('2027-03-01T00:00:00Z'), expiresAt: inDays(200) })]),
    },
    verdict: 'unknown',
    because: 'Azure dates the current version 2027-03-01, after the snapshot: the clocks disagree.',
  },
  {
    says: 'a date that is none is not taken for a near one',
    given: { certificates: read([aCertificate({ expiresAt: new Date('whenever') })]) },
    verdict: 'unknown',
  },
  {
    says: 'the control plane lists no certificates',
    given: { certificates: notRead('forbidden-by-firewall', 'client address is not authorized') },
    verdict: 'unknown',
    because: "The certificates were not read: the vault's firewall refused.",
  },
]
