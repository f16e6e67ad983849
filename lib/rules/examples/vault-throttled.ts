import type { AccessLog } from '#lib/domain/evidence.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { anAccessLog } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo } from './now.ts'

const throttled = (day: string, callers: readonly string[] = ['shop'], calls = 12) => ({
  day: new Date(`${day}T00:00:00Z`),
  calls,
  callers,
})
const log = (...throttles: AccessLog['throttles']) => read(anAccessLog({ throttles }))
const cut = { code: 'timed-out', detail: 'the query ended early' } as const

export const examples: readonly Example[] = [
  {
    says: 'a vault whose callers stay below its limits',
    given: {},
    verdict: 'pass',
    because: 'The access log shows no throttled call in the last 7 days.',
  },
  {
    says: 'one throttled call is a limit that was reached',
    given: { accessLog: log(throttled('2026-11-20', ['shop'], 1)) },
    verdict: 'fail',
    because: 'Calls were throttled in the last 7 days, those of 1 caller: shop.',
  },
  {
    says: 'the callers of all days are named together, each once',
    given: { accessLog: log(throttled('2026-11-20', ['shop', 'billing']), throttled('2026-11-18', ['shop', 'old'])) },
    verdict: 'fail',
    because: 'Calls were throttled in the last 7 days, those of 3 callers: billing, old, shop.',
  },
  {
    says: 'whoever it was, it counts',
    badInput: 'a caller without a name',
    given: { accessLog: log(throttled('2026-11-20', [''])) },
    verdict: 'fail',
    because: 'Calls were throttled in the last 7 days, those of 1 caller: one without a name.',
  },
  {
    says: 'even when the log tells of nobody',
    given: { accessLog: log(throttled('2026-11-20', [])) },
    verdict: 'fail',
    because: 'Calls were throttled in the last 7 days, those of callers the log does not name.',
  },
  { says: 'a week later it is over', given: { accessLog: log(throttled('2026-11-15')) }, verdict: 'pass' },
  {
    says: 'the day on which the week begins belongs to it',
    given: { accessLog: log(throttled('2026-11-16')) },
    verdict: 'fail',
  },
  {
    says: 'how long it counts is a matter of policy',
    given: { accessLog: log(throttled('2026-11-15')) },
    thresholds: { recentCallsDays: 30 },
    verdict: 'fail',
  },
  {
    says: 'a day without such calls is none',
    given: { accessLog: log(throttled('2026-11-20', [], 0)) },
    verdict: 'pass',
  },
  {
    says: 'a call that was seen counts, however little of the log was',
    given: { accessLog: partlyRead(anAccessLog({ throttles: [throttled('2026-11-20')] }), 'items', cut) },
    verdict: 'fail',
  },
  {
    says: 'a log that broke off proves nothing',
    given: { accessLog: partlyRead(anAccessLog(), 'items', cut) },
    verdict: 'unknown',
  },
  {
    says: 'nor does one that begins too late',
    given: { accessLog: read(anAccessLog({ coveredFromAt: daysAgo(3) })) },
    verdict: 'unknown',
    because:
      'The access log does not reach back far enough to show throttled calls in the last 7 days: it begins on 2026-11-20.',
  },
  {
    says: 'nor one that stopped four days ago',
    given: { accessLog: read(anAccessLog({ coveredUntilAt: daysAgo(4) })) },
    verdict: 'unknown',
    because: 'The access log has not arrived yet for all the time in the last 7 days: it was read up to 2026-11-19.',
  },
  {
    says: 'nor one that is silent since last week',
    given: {
      accessLog: read(
        anAccessLog({ silentDays: [20, 19, 18, 21, 22].map((day) => new Date(Date.UTC(2026, 10, day))) }),
      ),
    },
    verdict: 'unknown',
    because: 'The access log has no rows for some of the time in the last 7 days: none since 2026-11-18 arrived.',
  },
  {
    says: 'a read that does not say what was read was no throttled call',
    given: { accessLog: read(anAccessLog({ unnamedReadAt: daysAgo(1) })) },
    verdict: 'pass',
  },
  {
    says: 'without a log nobody knows',
    given: { accessLog: notRead('not-logged', 'no setting of kv-shop sends audit events') },
    verdict: 'unknown',
    because: 'The access log was not read: nothing sends it where Kempt can read it.',
  },
]
