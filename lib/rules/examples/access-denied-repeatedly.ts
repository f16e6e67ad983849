import type { AccessLog } from '#lib/domain/evidence.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { anAccessLog } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo } from './now.ts'

const refused = (calls: number, caller = 'shop', day = '2026-11-20') => ({
  caller,
  day: new Date(`${day}T00:00:00Z`),
  calls,
})
const log = (...denials: AccessLog['denials']) => read(anAccessLog({ denials }))
const cut = { code: 'timed-out', detail: 'the query ended early' } as const

export const examples: readonly Example[] = [
  {
    says: 'a vault that refuses nobody',
    given: {},
    verdict: 'pass',
    because: 'Nobody was refused 20 calls or more on a day in the last 7 days.',
  },
  { says: 'a handful is a mistake', given: { accessLog: log(refused(19)) }, verdict: 'pass' },
  {
    says: 'twenty on one day are a programme that goes on trying',
    given: { accessLog: log(refused(20)) },
    verdict: 'fail',
    because: 'On a day in the last 7 days 20 calls or more were refused to 1 caller: shop.',
  },
  {
    says: 'a few on each of many days are not added up',
    given: { accessLog: log(...['17', '18', '19', '20'].map((day) => refused(15, 'shop', `2026-11-${day}`))) },
    verdict: 'pass',
  },
  {
    says: 'nor are those of several callers, or of two that have one name',
    given: { accessLog: log(refused(15), refused(15), refused(15, 'billing')) },
    verdict: 'pass',
  },
  {
    says: 'callers are named in the same order every day, each once',
    given: {
      accessLog: log(refused(30), refused(25, 'billing'), refused(22, 'shop', '2026-11-18'), refused(3, 'old')),
    },
    verdict: 'fail',
    because: 'On a day in the last 7 days 20 calls or more were refused to 2 callers: billing, shop.',
  },
  {
    says: 'a caller without a name is refused like any other',
    badInput: 'a caller without a name',
    given: { accessLog: log(refused(20, '')) },
    verdict: 'fail',
    because: 'On a day in the last 7 days 20 calls or more were refused to 1 caller: one without a name.',
  },
  {
    says: 'how many are too many is a matter of policy',
    given: { accessLog: log(refused(1)) },
    thresholds: { deniedCallsPerDay: 1 },
    verdict: 'fail',
    because: 'On a day in the last 7 days 1 call or more were refused to 1 caller: shop.',
  },
  { says: 'a week later it is over', given: { accessLog: log(refused(99, 'shop', '2026-11-15')) }, verdict: 'pass' },
  {
    says: 'how long it counts is a matter of policy',
    given: { accessLog: log(refused(99, 'shop', '2026-11-15')) },
    thresholds: { recentCallsDays: 30 },
    verdict: 'fail',
  },
  {
    says: 'calls that were seen count, however little of the log was',
    given: { accessLog: partlyRead(anAccessLog({ coveredFromAt: daysAgo(4), denials: [refused(20)] }), 'items', cut) },
    verdict: 'fail',
  },
  {
    says: 'a log that broke off proves nothing',
    given: { accessLog: partlyRead(anAccessLog({ denials: [refused(19)] }), 'items', cut) },
    verdict: 'unknown',
    because: 'The access log was read only in part: no answer came in time.',
  },
  {
    says: 'nor does one that begins too late',
    given: { accessLog: read(anAccessLog({ coveredFromAt: daysAgo(3) })) },
    verdict: 'unknown',
    because:
      'The access log does not reach back far enough to show refused calls in the last 7 days: it begins on 2026-11-20.',
  },
  {
    says: 'nor one with a day of which no row came',
    given: { accessLog: read(anAccessLog({ silentDays: [new Date('2026-11-17T00:00:00Z')] })) },
    verdict: 'unknown',
    because: 'The access log has no rows for some of the time in the last 7 days: none of 2026-11-17 arrived.',
  },
  {
    says: 'without a log nobody knows',
    given: { accessLog: notRead('not-logged', 'no setting of kv-shop sends audit events') },
    verdict: 'unknown',
  },
]
