import type { CallerReads } from '#lib/domain/evidence.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import { aReader, anAccessLog, readBy } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

const secrets = read([aSecret()])
const log = (...readers: CallerReads[]) => read(anAccessLog({ reads: [readBy(...readers)] }))
const morning = new Date('2026-11-20T08:00:00Z')
const reader = (reads: number, { startsAt = morning, address = '20.0.0.1', ...said }: Reader = {}) =>
  aReader({ windows: [{ address, startsAt, reads }], ...said })
type Reader = Partial<CallerReads> & { startsAt?: Date; address?: string }
const cut = { code: 'timed-out', detail: 'the query ended early' } as const

export const examples: readonly Example[] = [
  {
    says: 'a secret that nobody reads is no burden',
    given: { secrets },
    verdict: 'pass',
    because: 'Nobody read it more than twice within eight hours from one address in the last 7 days.',
  },
  { says: 'a second read may be a restart', given: { secrets, accessLog: log(reader(2)) }, verdict: 'pass' },
  {
    says: 'a third is one too many',
    given: { secrets, accessLog: log(reader(3)) },
    verdict: 'fail',
    because: 'Read more than twice within eight hours from one address in the last 7 days, by 1 caller: shop.',
  },
  {
    says: 'ten instances that read it twice each do as they should',
    given: {
      secrets,
      accessLog: log(
        aReader({
          calls: 20,
          windows: Array.from({ length: 10 }, (_, i) => ({ address: `20.0.0.${i}`, startsAt: morning, reads: 2 })),
        }),
      ),
    },
    verdict: 'pass',
  },
  {
    says: 'so does one that reads it twice in each of three windows',
    given: {
      secrets,
      accessLog: log(
        aReader({
          windows: ['00', '08', '16'].map((hour) => ({
            address: '20.0.0.1',
            startsAt: new Date(`2026-11-20T${hour}:00:00Z`),
            reads: 2,
          })),
        }),
      ),
    },
    verdict: 'pass',
  },
  {
    says: 'two callers of one name are not added up',
    given: { secrets, accessLog: log(reader(2), reader(2), reader(5, { caller: 'billing' })) },
    verdict: 'fail',
    because: 'Read more than twice within eight hours from one address in the last 7 days, by 1 caller: billing.',
  },
  {
    says: 'how many are too many is a matter of policy',
    given: { secrets, accessLog: log(reader(12)) },
    thresholds: { readsPerCacheWindow: 12 },
    verdict: 'pass',
    because: 'Nobody read it more than 12 times within eight hours from one address in the last 7 days.',
  },
  {
    says: 'a caller that has learnt to cache is forgiven after a week',
    given: { secrets, accessLog: log(reader(400, { startsAt: new Date('2026-11-16T00:00:00Z') })) },
    verdict: 'pass',
  },
  {
    says: 'how soon is a matter of policy',
    given: { secrets, accessLog: log(reader(400, { startsAt: new Date('2026-11-16T00:00:00Z') })) },
    thresholds: { recentCallsDays: 8 },
    verdict: 'fail',
  },
  {
    says: 'the log may write the name in another case',
    badInput: 'a name in another case',
    given: { secrets, accessLog: read(anAccessLog({ reads: [{ ...readBy(reader(3)), name: 'Stripe-Key' }] })) },
    verdict: 'fail',
    because: 'Read more than twice within eight hours from one address in the last 7 days, by 1 caller: shop.',
  },
  {
    says: 'a caller the log does not name can cache as well',
    badInput: 'a caller without a name',
    given: { secrets, accessLog: log(reader(3, { caller: '', address: '' })) },
    verdict: 'fail',
    because:
      'Read more than twice within eight hours from one address in the last 7 days, by 1 caller: one without a name.',
  },
  {
    says: 'a window dated after the snapshot counts',
    badInput: 'clocks that disagree',
    given: { secrets, accessLog: log(reader(3, { startsAt: inDays(1) })) },
    verdict: 'fail',
    because: 'Read more than twice within eight hours from one address in the last 7 days, by 1 caller: shop.',
  },
  {
    says: 'reads that were seen count, however little of the log was',
    given: {
      secrets,
      accessLog: partlyRead(anAccessLog({ coveredFromAt: daysAgo(4), reads: [readBy(reader(3))] }), 'items', cut),
    },
    verdict: 'fail',
  },
  {
    says: 'a log that broke off does not prove that everybody caches',
    given: { secrets, accessLog: partlyRead(anAccessLog(), 'items', cut) },
    verdict: 'unknown',
  },
  {
    says: 'nor does one that begins too late',
    given: { secrets, accessLog: read(anAccessLog({ coveredFromAt: daysAgo(3) })) },
    verdict: 'unknown',
    because:
      'The access log does not reach back far enough to show repeated reads in the last 7 days: it begins on 2026-11-20.',
  },
  {
    says: 'nor does one with days of which no row came',
    given: {
      secrets,
      accessLog: read(anAccessLog({ silentDays: [17, 18].map((day) => new Date(Date.UTC(2026, 10, day))) })),
    },
    verdict: 'unknown',
    because:
      'The access log has no rows for some of the time in the last 7 days: none from 2026-11-17 to 2026-11-18 arrived.',
  },
  {
    says: 'without a log nobody knows who reads',
    given: { secrets, accessLog: notRead('not-logged', 'no setting of kv-shop sends audit events') },
    verdict: 'unknown',
    because: 'The access log was not read: nothing sends it where Kempt can read it.',
  },
  {
    says: 'a disabled secret cannot be read',
    given: { secrets: read([aSecret({ enabled: false })]), accessLog: log(reader(3)) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is left to the certificate',
    given: { secrets: read([aSecret({ managed: true })]), accessLog: log(reader(3)) },
    verdict: 'not-applicable',
  },
]
