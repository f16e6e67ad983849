import type { AccessLog } from '#lib/domain/evidence.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aVault } from './a-vault.ts'
import { anAccessLog } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

const vault = aVault({ settings: { purgeProtection: false } })
const backup = (lastAt: Date, name = 'stripe-key') => ({ kind: 'secret' as const, name, lastAt })
const log = (...backups: AccessLog['backups']) => read(anAccessLog({ backups }))
const cut = { code: 'timed-out', detail: 'the query ended early' } as const

export const examples: readonly Example[] = [
  {
    says: 'a vault that nobody can purge needs no backup',
    given: { vault: aVault() },
    verdict: 'not-applicable',
    because: 'Purge protection is on.',
  },
  {
    says: 'of one that can be purged a backup of this quarter is a way back',
    given: { vault, accessLog: log(backup(new Date('2026-11-01T03:00:00Z')), backup(daysAgo(60), 'other')) },
    verdict: 'pass',
    because: 'Something in it was last backed up on 2026-11-01.',
  },
  {
    says: 'without one there is none',
    given: { vault },
    verdict: 'fail',
    because: 'Purge protection is off, and nothing in it was backed up in the last 90 days.',
  },
  {
    says: 'an older one is from before the last rotation',
    given: {
      vault,
      accessLog: read(anAccessLog({ coveredFromAt: daysAgo(300), backups: [backup(daysAgo(91))] })),
    },
    verdict: 'fail',
  },
  {
    says: 'how old it may be is a matter of policy',
    given: { vault, accessLog: read(anAccessLog({ coveredFromAt: daysAgo(300), backups: [backup(daysAgo(91))] })) },
    thresholds: { backupDays: 180 },
    verdict: 'pass',
  },
  {
    says: 'a backup dated after the snapshot is a backup',
    badInput: 'clocks that disagree',
    given: { vault, accessLog: log(backup(inDays(1))) },
    verdict: 'pass',
    because: 'Something in it was last backed up on 2026-11-24.',
  },
  {
    says: 'one that was seen counts, however little of the log was',
    given: { vault, accessLog: partlyRead(anAccessLog({ backups: [backup(daysAgo(9))] }), 'items', cut) },
    verdict: 'pass',
  },
  {
    says: 'one that was not seen may be in the part that is missing',
    given: { vault, accessLog: partlyRead(anAccessLog(), 'items', cut) },
    verdict: 'unknown',
    because: 'The access log was read only in part: no answer came in time.',
  },
  {
    says: 'or from before the log begins',
    given: { vault, accessLog: read(anAccessLog({ coveredFromAt: daysAgo(30) })) },
    verdict: 'unknown',
    because:
      'The access log does not reach back far enough to show backups in the last 90 days: it begins on 2026-10-24.',
  },
  {
    says: 'or of a day of which no row came',
    given: { vault, accessLog: read(anAccessLog({ silentDays: [new Date('2026-09-12T00:00:00Z')] })) },
    verdict: 'unknown',
    because: 'The access log has no rows for some of the time in the last 90 days: none of 2026-09-12 arrived.',
  },
  {
    says: 'without a log nobody knows',
    given: { vault, accessLog: notRead('not-logged', 'no setting of kv-shop sends audit events') },
    verdict: 'unknown',
    because: 'The access log was not read: nothing sends it where Kempt can read it.',
  },
]
