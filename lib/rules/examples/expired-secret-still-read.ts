import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import type { VaultObject } from '#lib/domain/vault-object.ts'
import { aSecret } from './a-secret.ts'
import { anAccessLog, readsBy } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

const expired = (said: Partial<VaultObject> = {}) =>
  read([aSecret({ expiresAt: new Date('2026-10-02T12:00:00Z'), createdAt: daysAgo(300), ...said })])

const expiredDaysAgo = (days: number) => expired({ expiresAt: daysAgo(days) })

export const examples: readonly Example[] = [
  {
    says: 'an expired secret that nobody reads is no danger',
    given: { secrets: expired() },
    verdict: 'pass',
    because: 'Expired on 2026-10-02 and not read in the last 7 days.',
  },
  {
    says: 'reads before the expiry do not count',
    given: { secrets: expiredDaysAgo(4), accessLog: read(anAccessLog({ reads: [readsBy({ shop: daysAgo(5) })] })) },
    verdict: 'pass',
    because: 'Expired on 2026-11-19 and not read since then.',
  },
  {
    says: 'reads that stopped long ago do not count',
    given: { secrets: expired(), accessLog: read(anAccessLog({ reads: [readsBy({ shop: daysAgo(8) })] })) },
    verdict: 'pass',
  },
  {
    says: 'reads of another secret do not count',
    given: { secrets: expired(), accessLog: read(anAccessLog({ reads: [readsBy({ shop: daysAgo(1) }, 'other')] })) },
    verdict: 'pass',
  },
  {
    says: 'two callers are named in the same order every day',
    given: {
      secrets: expired(),
      accessLog: read(
        anAccessLog({ reads: [readsBy({ 'shop-api': daysAgo(1), billing: daysAgo(6), old: daysAgo(40) })] }),
      ),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and still read by 2 callers: billing, shop-api.',
  },
  {
    says: 'of many callers the sentence names three',
    given: {
      secrets: expired(),
      accessLog: read(
        anAccessLog({
          reads: [readsBy({ e: daysAgo(1), d: daysAgo(1), c: daysAgo(1), b: daysAgo(1), a: daysAgo(1) })],
        }),
      ),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and still read by 5 callers: a, b, c and 2 more.',
  },
  {
    says: 'the log may write the name in another case',
    badInput: 'a name in another case',
    given: {
      secrets: expired(),
      accessLog: read(anAccessLog({ reads: [readsBy({ shop: daysAgo(1) }, 'STRIPE-KEY')] })),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and still read by 1 caller: shop.',
  },
  {
    says: 'a caller the log does not name reads as well',
    badInput: 'a caller without a name',
    given: {
      secrets: expired(),
      accessLog: read(anAccessLog({ reads: [readsBy({ '': daysAgo(1), shop: daysAgo(2) })] })),
    },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and still read by 2 callers: one without a name, shop.',
  },
  {
    says: 'a read dated after the snapshot is a read',
    badInput: 'clocks that disagree',
    given: { secrets: expired(), accessLog: read(anAccessLog({ reads: [readsBy({ shop: inDays(1) })] })) },
    verdict: 'fail',
    because: 'Expired on 2026-10-02 and still read by 1 caller: shop.',
  },
  {
    says: 'a read that was seen counts, however little of the log was',
    given: {
      secrets: expired(),
      accessLog: partlyRead(
        anAccessLog({ coveredFromAt: daysAgo(3), reads: [readsBy({ shop: daysAgo(2) })] }),
        'items',
        { code: 'timed-out', detail: 'the query ended early' },
      ),
    },
    verdict: 'fail',
  },
  {
    says: 'for how long a read counts is a matter of policy',
    given: { secrets: expired(), accessLog: read(anAccessLog({ reads: [readsBy({ shop: daysAgo(8) })] })) },
    thresholds: { stillReadDays: 30 },
    verdict: 'fail',
  },
  {
    says: 'a secret that has not expired may be read',
    given: {
      secrets: read([aSecret({ expiresAt: inDays(1) })]),
      accessLog: read(anAccessLog({ reads: [readsBy({ shop: daysAgo(1) })] })),
    },
    verdict: 'not-applicable',
  },
  {
    says: 'a disabled secret cannot be read',
    given: { secrets: expired({ enabled: false }) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is left to the certificate',
    given: { secrets: expired({ managed: true }) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: expired({ managed: null }) },
    verdict: 'unknown',
  },
  {
    says: 'without a log nobody knows who reads',
    given: { secrets: expired(), accessLog: notRead('not-logged', 'no setting of kv-shop sends audit events') },
    verdict: 'unknown',
    because: 'The access log was not read: nothing sends it where Kempt can read it.',
  },
  {
    says: 'a log that broke off does not prove silence',
    given: {
      secrets: expired(),
      accessLog: partlyRead(anAccessLog(), 'items', { code: 'timed-out', detail: 'the query ended early' }),
    },
    verdict: 'unknown',
    because: 'The access log was read only in part: no answer came in time.',
  },
  {
    says: 'a log that begins too late does not prove silence',
    given: { secrets: expired(), accessLog: read(anAccessLog({ coveredFromAt: daysAgo(3) })) },
    verdict: 'unknown',
    because: 'Expired on 2026-10-02; the access log does not reach back far enough to show reads in the last 7 days.',
  },
  {
    says: 'a log that stopped four days ago does not prove silence',
    given: { secrets: expired(), accessLog: read(anAccessLog({ coveredUntilAt: daysAgo(4) })) },
    verdict: 'unknown',
    because: 'Expired on 2026-10-02; the access log has not arrived yet for all the time in the last 7 days.',
  },
  {
    says: 'a log that was silent for a day does not prove silence',
    given: { secrets: expired(), accessLog: read(anAccessLog({ silentDays: [new Date('2026-11-18T00:00:00Z')] })) },
    verdict: 'unknown',
    because: 'Expired on 2026-10-02; the access log has no rows for some of the time in the last 7 days.',
  },
  {
    says: 'unless it was before the window, or its rows may still come',
    given: {
      secrets: expired(),
      accessLog: read(
        anAccessLog({ silentDays: [new Date('2026-11-15T00:00:00Z'), new Date('2026-11-21T00:00:00Z')] }),
      ),
    },
    verdict: 'pass',
  },
  {
    says: 'a read of which the log does not say what was read may have been of this secret',
    given: { secrets: expired(), accessLog: read(anAccessLog({ unnamedReadAt: daysAgo(2) })) },
    verdict: 'unknown',
    because: 'Expired on 2026-10-02; the access log does not say of every read in the last 7 days what was read.',
  },
  {
    says: 'one before the window does not count',
    given: { secrets: expired(), accessLog: read(anAccessLog({ unnamedReadAt: daysAgo(8) })) },
    verdict: 'pass',
  },
  {
    says: 'a secret that expired this morning may have been read since: the log is a day behind',
    given: { secrets: expiredDaysAgo(0.1) },
    verdict: 'unknown',
  },
]
