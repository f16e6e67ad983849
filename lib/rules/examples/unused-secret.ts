import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import type { AccessLog } from '#lib/domain/evidence.ts'
import type { VaultObject } from '#lib/domain/vault-object.ts'
import { aDetail } from './a-detail.ts'
import { aSecret } from './a-secret.ts'
import { aVersion } from './a-version.ts'
import { anAccessLog, readsBy } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

// Made 300 days ago, and its vault logs for 110, since 2026-08-05, unless it is said otherwise.
const old = (said: Partial<VaultObject> = {}) => read([aSecret({ createdAt: daysAgo(300), ...said })])
const long = (said: Partial<AccessLog> = {}) => read(anAccessLog({ coveredFromAt: daysAgo(110), ...said }))
const readOn = (lastReadAt: Date) => long({ reads: [readsBy({ shop: lastReadAt })] })
const older = aVersion({ id: 'aaaa1111', createdAt: daysAgo(250) })
const cut = { code: 'timed-out', detail: 'the query ended early' } as const
const days = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(2026, 10, 23 - from + i)))

export const examples: readonly Example[] = [
  {
    says: 'a secret that somebody reads is used',
    given: { secrets: old(), accessLog: readOn(daysAgo(1)) },
    verdict: 'pass',
    because: 'Read in the last 90 days.',
  },
  { says: 'once a quarter is enough', given: { secrets: old(), accessLog: readOn(daysAgo(90)) }, verdict: 'pass' },
  {
    says: 'who reads it does not matter',
    given: {
      secrets: old(),
      accessLog: long({ reads: [readsBy({ shop: daysAgo(100), 'ana.silva@halden.example': daysAgo(80) })] }),
    },
    verdict: 'pass',
  },
  {
    says: 'a secret that nobody has read since the log begins is not used',
    given: { secrets: old(), accessLog: long() },
    verdict: 'fail',
    because: 'Not read since 2026-08-05; the access log covers at least 90 days since then.',
  },
  {
    says: 'nor is one that was read once',
    given: { secrets: old(), accessLog: readOn(new Date('2026-08-10T09:00:00Z')) },
    verdict: 'fail',
    because: 'Last read on 2026-08-10; the access log covers at least 90 days since then.',
  },
  {
    says: 'a read of another secret does not count',
    given: { secrets: old(), accessLog: long({ reads: [readsBy({ shop: daysAgo(1) }, 'other')] }) },
    verdict: 'fail',
  },
  {
    says: 'how long is long is a matter of policy',
    given: { secrets: old(), accessLog: readOn(daysAgo(60)) },
    thresholds: { unusedDays: 30 },
    verdict: 'fail',
  },
  {
    says: 'of a log of many years nobody looks at more than a month beyond, so no older date is named',
    given: { secrets: old(), accessLog: long({ coveredFromAt: daysAgo(250) }) },
    verdict: 'fail',
    because: 'Not read in the last 120 days; the access log covers at least 90 days of them.',
  },
  {
    says: 'and no day before that is counted',
    given: { secrets: old(), accessLog: long({ coveredFromAt: daysAgo(250), silentDays: days(70, 31) }) },
    verdict: 'unknown',
    because: 'Not read in the last 120 days; the access log covers fewer than 90 days of them.',
  },
  {
    says: 'a log that begins last month does not know',
    given: { secrets: old(), accessLog: long({ coveredFromAt: daysAgo(30) }) },
    verdict: 'unknown',
    because: 'Not read since 2026-10-24; the access log covers fewer than 90 days since then.',
  },
  {
    says: 'days of which no row came are not days without a read',
    given: { secrets: old(), accessLog: long({ coveredFromAt: daysAgo(100), silentDays: days(50, 12) }) },
    verdict: 'unknown',
    because: 'Not read since 2026-08-15; the access log covers fewer than 90 days since then.',
  },
  {
    says: 'a few of them do not matter when enough are left',
    given: { secrets: old(), accessLog: long({ silentDays: days(50, 12) }) },
    verdict: 'fail',
  },
  {
    says: 'since a read of which the log does not say what was read, nothing counts as unread',
    given: { secrets: old(), accessLog: long({ unnamedReadAt: daysAgo(20) }) },
    verdict: 'unknown',
    because: 'Not read since 2026-11-03; the access log covers fewer than 90 days since then.',
  },
  {
    says: 'a log that stopped four days ago does not know who has read it since',
    given: { secrets: old(), accessLog: long({ coveredUntilAt: daysAgo(4) }) },
    verdict: 'unknown',
    because: 'Not read since 2026-08-05; the access log was read up to 2026-11-19 only.',
  },
  {
    says: 'a new secret has not had the time',
    given: { secrets: read([aSecret({ createdAt: daysAgo(40) })]), accessLog: long() },
    verdict: 'not-applicable',
    because: 'Made on 2026-10-14: that is not 90 days ago yet.',
  },
  {
    says: 'but a rotation makes no new secret of an old one',
    given: {
      secrets: read([aSecret({ createdAt: daysAgo(40) })]),
      versions: aDetail(aSecret(), read([aVersion({ createdAt: daysAgo(40) }), older])),
      accessLog: long(),
    },
    verdict: 'fail',
  },
  {
    says: 'days before it was made are no days without a read',
    given: { secrets: old({ createdAt: daysAgo(95) }), accessLog: long({ silentDays: days(50, 12) }) },
    verdict: 'unknown',
    because: 'Not read since 2026-08-20; the access log covers fewer than 90 days since then.',
  },
  {
    says: 'the log may write the name in another case',
    badInput: 'a name in another case',
    given: { secrets: old(), accessLog: long({ reads: [readsBy({ shop: daysAgo(1) }, 'Stripe-Key')] }) },
    verdict: 'pass',
    because: 'Read in the last 90 days.',
  },
  {
    says: 'a read dated after the snapshot is a read',
    badInput: 'clocks that disagree',
    given: { secrets: old(), accessLog: readOn(inDays(1)) },
    verdict: 'pass',
    because: 'Read in the last 90 days.',
  },
  {
    says: 'a read that was seen counts, however little of the log was',
    given: {
      secrets: old(),
      accessLog: partlyRead(anAccessLog({ reads: [readsBy({ shop: daysAgo(1) })] }), 'items', cut),
    },
    verdict: 'pass',
  },
  {
    says: 'reads that were not seen may be in the part that is missing',
    given: { secrets: old(), accessLog: partlyRead(anAccessLog({ coveredFromAt: daysAgo(200) }), 'items', cut) },
    verdict: 'unknown',
    because: 'The access log was read only in part: no answer came in time.',
  },
  {
    says: 'without a log nobody knows who reads',
    given: { secrets: old(), accessLog: notRead('log-silent', 'no row of kv-shop has arrived') },
    verdict: 'unknown',
    because: 'The access log was not read: a setting sends it, and nothing ever arrived.',
  },
  {
    says: 'a list of versions that broke off shows how long it has been there at the least',
    given: { secrets: old(), versions: aDetail(aSecret(), partlyRead([older], 'items', cut)), accessLog: long() },
    verdict: 'fail',
  },
  {
    says: 'without its versions nobody knows how long it has been there',
    given: { secrets: old(), versions: read(new Map()), accessLog: long() },
    verdict: 'unknown',
    because: 'The versions were not read: Kempt did not ask for it.',
  },
  {
    says: 'a disabled secret cannot be read',
    given: { secrets: old({ enabled: false }), accessLog: long() },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is left to the certificate',
    given: { secrets: old({ managed: true }), accessLog: long() },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: old({ managed: null }), accessLog: long() },
    verdict: 'unknown',
  },
]
