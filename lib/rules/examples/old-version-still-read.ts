// Long because it judges by two lists that can each be out of order, too short or cut off.
import type { CallerReads } from '#lib/domain/evidence.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import type { ObjectVersion, VaultObject } from '#lib/domain/vault-object.ts'
import { aDetail } from './a-detail.ts'
import { aSecret } from './a-secret.ts'
import { aVersion } from './a-version.ts'
import { aReader, anAccessLog, readBy } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

// The secret was rotated ten days ago, on 2026-11-13, unless it is said otherwise; its callers had until the 20th to follow.
const secret = (said: Partial<VaultObject> = {}) => read([aSecret({ createdAt: daysAgo(10), ...said })])
const older = (id: string, days: number, said: Partial<ObjectVersion> = {}) =>
  aVersion({ id, createdAt: daysAgo(days), updatedAt: daysAgo(days), ...said })
const current = aVersion()
const listed = (...versions: ObjectVersion[]) => aDetail(aSecret(), read(versions))
const two = { secrets: secret(), versions: listed(older('aaaa1111', 100), current) }
const idOf = (short: string) => short.padEnd(32, '0')
const reads = (id: string, lastReadAt = daysAgo(1), caller = 'shop') =>
  aReader({ caller, lastReadAt, versions: [{ version: id, lastReadAt }] })
const log = (...readers: CallerReads[]) => read(anAccessLog({ reads: [readBy(...readers)] }))
const cut = { code: 'timed-out', detail: 'the query ended early' } as const

export const examples: readonly Example[] = [
  {
    says: 'callers that ask for the current version have followed',
    given: { ...two, accessLog: log(aReader()) },
    verdict: 'pass',
    because: 'None of its older versions was read since 2026-11-20.',
  },
  {
    says: 'so have those that name it',
    given: { ...two, accessLog: log(reads(current.version)) },
    verdict: 'pass',
  },
  {
    says: 'one that goes on naming the old one has not',
    given: { ...two, accessLog: log(reads(idOf('aaaa1111'))) },
    verdict: 'fail',
    because: 'Its older version aaaa1111 is still read by 1 caller: shop; the current one was made on 2026-11-13.',
  },
  {
    says: 'nor has one that asks for both',
    given: {
      ...two,
      accessLog: log(
        aReader({
          caller: 'billing',
          versions: [
            { version: '', lastReadAt: daysAgo(1) },
            { version: idOf('aaaa1111'), lastReadAt: daysAgo(2) },
          ],
        }),
      ),
    },
    verdict: 'fail',
  },
  {
    says: 'of several versions only those that are read are named, with all who read them',
    given: {
      secrets: secret(),
      versions: listed(older('cccc3333', 300), older('bbbb2222', 200), older('aaaa1111', 100), current),
      accessLog: log(
        reads(idOf('aaaa1111')),
        reads(idOf('bbbb2222'), daysAgo(2), 'billing'),
        reads(idOf('aaaa1111'), daysAgo(2), 'old'),
      ),
    },
    verdict: 'fail',
    because:
      'Its older versions aaaa1111, bbbb2222 are still read by 3 callers: billing, old, shop; the current one was made on 2026-11-13.',
  },
  {
    says: 'reads during the days of grace do not count',
    given: { ...two, accessLog: log(reads(idOf('aaaa1111'), daysAgo(3.1))) },
    verdict: 'pass',
  },
  {
    says: 'nor do those that stopped long ago',
    given: {
      secrets: secret({ createdAt: daysAgo(50) }),
      versions: listed(older('aaaa1111', 100), older('c0ffee00', 50)),
      accessLog: log(reads(idOf('aaaa1111'), daysAgo(8))),
    },
    verdict: 'pass',
    because: 'None of its older versions was read in the last 7 days.',
  },
  {
    says: 'for how long a read counts is a matter of policy',
    given: {
      secrets: secret({ createdAt: daysAgo(50) }),
      versions: listed(older('aaaa1111', 100), older('c0ffee00', 50)),
      accessLog: log(reads(idOf('aaaa1111'), daysAgo(8))),
    },
    thresholds: { recentCallsDays: 30 },
    verdict: 'fail',
  },
  {
    says: 'callers have a week to follow',
    given: {
      secrets: secret({ createdAt: daysAgo(3) }),
      versions: listed(older('aaaa1111', 100), older('c0ffee00', 3)),
      accessLog: log(reads(idOf('aaaa1111'))),
    },
    verdict: 'not-applicable',
    because: 'Callers may read an older version until 2026-11-27; the current one was made on 2026-11-20.',
  },
  {
    says: 'how long they have is a matter of policy',
    given: {
      secrets: secret({ createdAt: daysAgo(3) }),
      versions: listed(older('aaaa1111', 100), older('c0ffee00', 3)),
      accessLog: log(reads(idOf('aaaa1111'))),
    },
    thresholds: { oldVersionGraceDays: 0 },
    verdict: 'fail',
  },
  {
    says: 'whoever reads a version that was replaced long ago gets no new week by the next rotation',
    given: {
      secrets: secret({ createdAt: daysAgo(3) }),
      versions: listed(older('aaaa1111', 100), older('bbbb2222', 60), older('c0ffee00', 3)),
      accessLog: log(reads(idOf('aaaa1111'))),
    },
    verdict: 'fail',
  },
  {
    says: 'whoever reads the version that was replaced three days ago has a week to follow',
    given: {
      secrets: secret({ createdAt: daysAgo(3) }),
      versions: listed(older('aaaa1111', 100), older('bbbb2222', 60), older('c0ffee00', 3)),
      accessLog: log(reads(idOf('bbbb2222'))),
    },
    verdict: 'pass',
  },
  {
    says: 'a secret of one version has no older one',
    given: { secrets: secret(), versions: listed(current) },
    verdict: 'not-applicable',
  },
  {
    says: 'a version that is disabled cannot be read any more',
    given: {
      secrets: secret(),
      versions: listed(older('aaaa1111', 100, { enabled: false }), current),
      accessLog: log(reads(idOf('aaaa1111'))),
    },
    verdict: 'not-applicable',
  },
  {
    says: 'Azure lists versions by their id, which says nothing about their age',
    badInput: 'versions out of order',
    given: {
      secrets: secret(),
      versions: listed(older('ffff0000', 100), current, older('0000ffff', 200)),
      accessLog: log(reads(idOf('ffff0000'))),
    },
    verdict: 'fail',
    because: 'Its older version ffff0000 is still read by 1 caller: shop; the current one was made on 2026-11-13.',
  },
  {
    says: 'of two versions made in the same second neither is old',
    badInput: 'two versions in the same second',
    given: {
      secrets: secret(),
      versions: listed(aVersion({ id: 'aaaa1111' }), aVersion({ id: 'bbbb2222' })),
      accessLog: log(reads(idOf('aaaa1111'))),
    },
    verdict: 'not-applicable',
    because: 'Has no older version.',
  },
  {
    says: 'the log writes names and ids as the caller did',
    badInput: 'a name in another case',
    given: {
      ...two,
      accessLog: read(
        anAccessLog({ reads: [{ ...readBy(reads(idOf('aaaa1111').toUpperCase())), name: 'STRIPE-KEY' }] }),
      ),
    },
    verdict: 'fail',
    because: 'Its older version aaaa1111 is still read by 1 caller: shop; the current one was made on 2026-11-13.',
  },
  {
    says: 'a caller the log does not name has to follow as well',
    badInput: 'a caller without a name',
    given: { ...two, accessLog: log(reads(idOf('aaaa1111'), daysAgo(1), '')) },
    verdict: 'fail',
    because:
      'Its older version aaaa1111 is still read by 1 caller: one without a name; the current one was made on 2026-11-13.',
  },
  {
    says: 'a read dated after the snapshot is a read',
    badInput: 'clocks that disagree',
    given: { ...two, accessLog: log(reads(idOf('aaaa1111'), inDays(2))) },
    verdict: 'fail',
    because: 'Its older version aaaa1111 is still read by 1 caller: shop; the current one was made on 2026-11-13.',
  },
  {
    says: 'a version from next year shows that the clocks disagree',
    badInput: 'clocks that disagree',
    given: {
      secrets: secret(),
      versions: listed(current, aVersion({ createdAt: new Date('2027-03-01T00:00:00Z') })),
      accessLog: log(reads(current.version)),
    },
    verdict: 'unknown',
    because: 'Azure dates the current version 2027-03-01, after the snapshot: the clocks disagree.',
  },
  {
    says: 'a list from before the rotation does not know which versions are old',
    given: { secrets: secret(), versions: listed(older('aaaa1111', 100)), accessLog: log(reads(idOf('aaaa1111'))) },
    verdict: 'unknown',
    because: 'The list of its versions does not show the current one, made on 2026-11-13.',
  },
  {
    says: 'a version that was seen to be old and is read is enough, however much else was not seen',
    given: {
      secrets: secret(),
      versions: aDetail(aSecret(), partlyRead([older('aaaa1111', 100)], 'items', cut)),
      accessLog: partlyRead(anAccessLog({ reads: [readBy(reads(idOf('aaaa1111')))] }), 'items', cut),
    },
    verdict: 'fail',
  },
  {
    says: 'a list that broke off may lack the very version that is read',
    given: {
      secrets: secret(),
      versions: aDetail(aSecret(), partlyRead([older('aaaa1111', 100), current], 'items', cut)),
      accessLog: log(reads(idOf('bbbb2222'))),
    },
    verdict: 'unknown',
    because: 'The versions were read only in part: no answer came in time.',
  },
  {
    says: 'versions that were not listed may be read',
    given: { secrets: secret(), versions: aDetail(aSecret(), notRead('throttled', '429')) },
    verdict: 'unknown',
    because: 'The versions were not read: Azure asked to slow down for too long.',
  },
  {
    says: 'without a log nobody knows who reads them',
    given: { ...two, accessLog: notRead('workspace-unreadable', 'the workspace is gone') },
    verdict: 'unknown',
    because: 'The access log was not read: its workspace could not be read.',
  },
  {
    says: 'a log that broke off does not prove silence',
    given: { ...two, accessLog: partlyRead(anAccessLog(), 'items', cut) },
    verdict: 'unknown',
  },
  {
    says: 'nor does one that begins too late',
    given: { ...two, accessLog: read(anAccessLog({ coveredFromAt: daysAgo(2) })) },
    verdict: 'unknown',
    because: 'The access log does not reach back far enough to show reads since 2026-11-20: it begins on 2026-11-21.',
  },
  {
    says: 'nor does one with a read that may have been of this secret',
    given: { ...two, accessLog: read(anAccessLog({ unnamedReadAt: daysAgo(1) })) },
    verdict: 'unknown',
    because:
      'The access log does not say of every read since 2026-11-20 what was read: the last such read is of 2026-11-22.',
  },
  {
    says: 'the secret behind a certificate is left to the certificate',
    given: { ...two, secrets: secret({ managed: true }), accessLog: log(reads(idOf('aaaa1111'))) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { ...two, secrets: secret({ managed: null }), accessLog: log(reads(idOf('aaaa1111'))) },
    verdict: 'unknown',
  },
]
