// Long because versions come in more shapes than anything else: out of order, at once, too old, half read.
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import type { ObjectVersion, VaultObject } from '#lib/domain/vault-object.ts'
import { aDetail } from './a-detail.ts'
import { aSecret } from './a-secret.ts'
import { aVersion } from './a-version.ts'
import type { Example } from './example.ts'
import { daysAgo } from './now.ts'

// The secret was rotated ten days ago, on 2026-11-13, unless it is said otherwise.
const secret = (said: Partial<VaultObject> = {}) => read([aSecret(said)])
const listed = (...versions: ObjectVersion[]) => aDetail(aSecret(), read(versions))
const older = (id: string, days: number, said: Partial<ObjectVersion> = {}) =>
  aVersion({ id, createdAt: daysAgo(days), updatedAt: daysAgo(days), ...said })
const current = aVersion()
const brokeOff = { code: 'not-asked', detail: 'Kempt reads no more than 100 versions' } as const

export const examples: readonly Example[] = [
  {
    says: 'a secret of one version has no older one',
    given: { secrets: secret(), versions: listed(current) },
    verdict: 'pass',
    because: 'Has one version only.',
  },
  {
    says: 'older versions that are disabled can be read by nobody',
    given: { secrets: secret(), versions: listed(older('aaaa1111', 100, { enabled: false }), current) },
    verdict: 'pass',
    because: 'All its older versions are disabled.',
  },
  {
    says: 'an older version that is enabled ten days after the rotation still opens the door',
    given: { secrets: secret(), versions: listed(older('aaaa1111', 100), current) },
    verdict: 'fail',
    because: 'Its older version aaaa1111 is still enabled; it was replaced on 2026-11-13.',
  },
  {
    says: 'callers have a week to follow',
    given: {
      secrets: secret({ createdAt: daysAgo(3) }),
      versions: listed(older('aaaa1111', 100), older('c0ffee00', 3)),
    },
    verdict: 'pass',
    because: 'Its older version aaaa1111 may stay enabled until 2026-11-27; it was replaced on 2026-11-20.',
  },
  {
    says: 'the whole week',
    given: {
      secrets: secret({ createdAt: daysAgo(7) }),
      versions: listed(older('aaaa1111', 100), older('c0ffee00', 7)),
    },
    verdict: 'pass',
  },
  {
    says: 'and not a minute more',
    given: {
      secrets: secret({ createdAt: daysAgo(7.001) }),
      versions: listed(older('aaaa1111', 100), older('c0ffee00', 7.001)),
    },
    verdict: 'fail',
  },
  {
    says: 'how long they have is a matter of policy',
    given: { secrets: secret(), versions: listed(older('aaaa1111', 100), current) },
    thresholds: { oldVersionGraceDays: 30 },
    verdict: 'pass',
  },
  {
    says: 'so is that they have no time at all',
    given: { secrets: secret({ createdAt: daysAgo(1) }), versions: listed(older('aaaa1111', 9), older('c0ffee00', 1)) },
    thresholds: { oldVersionGraceDays: 0 },
    verdict: 'fail',
  },
  {
    says: 'the next version replaces it, though it was never the one in use, and not the newest',
    given: {
      secrets: secret({ createdAt: daysAgo(2) }),
      versions: listed(older('aaaa1111', 300), older('bbbb2222', 100, { enabled: false }), older('c0ffee00', 2)),
    },
    verdict: 'fail',
    because: 'Its older version aaaa1111 is still enabled; it was replaced on 2026-08-15.',
  },
  {
    says: 'an older version past its expiry can be read all the same',
    given: { secrets: secret(), versions: listed(older('aaaa1111', 100, { expiresAt: daysAgo(40) }), current) },
    verdict: 'fail',
  },
  {
    says: 'that the current version is disabled does not close the older one',
    given: {
      secrets: secret({ enabled: false }),
      versions: listed(older('aaaa1111', 100), aVersion({ enabled: false })),
    },
    verdict: 'fail',
  },
  {
    says: 'of many the sentence names three, and those of this week are among them',
    given: {
      secrets: secret({ createdAt: daysAgo(2) }),
      versions: listed(
        older('dddd4444', 90),
        older('bbbb2222', 200),
        older('aaaa1111', 400),
        older('eeee5555', 30),
        older('c0ffee00', 2),
      ),
    },
    verdict: 'fail',
    because:
      'Its older versions aaaa1111, bbbb2222, dddd4444 and 1 more are still enabled; the first was replaced on 2026-05-07.',
  },
  {
    says: 'Azure lists versions by their id, which says nothing about their age',
    badInput: 'versions out of order',
    given: {
      secrets: secret(),
      versions: listed(older('ffff0000', 300), current, older('0000ffff', 200, { enabled: false })),
    },
    verdict: 'fail',
    because: 'Its older version ffff0000 is still enabled; it was replaced on 2026-05-07.',
  },
  {
    says: 'of two versions made in the same second neither replaced the other',
    badInput: 'two versions in the same second',
    given: { secrets: secret(), versions: listed(aVersion({ id: 'aaaa1111' }), aVersion({ id: 'bbbb2222' })) },
    verdict: 'pass',
    because:
      'Its 2 newest versions were made in the same second, on 2026-11-13: none came later, so none counts as old.',
  },
  {
    says: 'even when one of them is disabled, and a third one with them',
    badInput: 'two versions in the same second',
    given: {
      secrets: secret(),
      versions: listed(
        aVersion({ id: 'aaaa1111', enabled: false }),
        aVersion({ id: 'bbbb2222' }),
        older('dddd4444', 90, { enabled: false }),
      ),
    },
    verdict: 'pass',
    because:
      'Its 2 newest versions were made in the same second, on 2026-11-13: none came later, so none counts as old; its older ones are disabled.',
  },
  {
    says: 'but a later one replaced both of them',
    badInput: 'two versions in the same second',
    given: { secrets: secret(), versions: listed(older('bbbb2222', 90), current, older('aaaa1111', 90)) },
    verdict: 'fail',
    because: 'Its older versions aaaa1111, bbbb2222 are still enabled; the first was replaced on 2026-11-13.',
  },
  {
    says: 'a version from next year shows that the clocks disagree',
    badInput: 'clocks that disagree',
    given: {
      secrets: secret(),
      versions: listed(older('aaaa1111', 100), current, aVersion({ createdAt: new Date('2027-03-01T00:00:00Z') })),
    },
    verdict: 'unknown',
    because: 'Azure dates the current version 2027-03-01, after the snapshot: the clocks disagree.',
  },
  {
    says: 'a list from before the rotation does not know what the rotation left enabled',
    given: { secrets: secret(), versions: listed(older('aaaa1111', 300), older('bbbb2222', 100)) },
    verdict: 'unknown',
    because: 'The list of its versions does not show the current one, made on 2026-11-13.',
  },
  {
    says: 'nor does a list of none',
    given: { secrets: secret(), versions: listed() },
    verdict: 'unknown',
  },
  {
    says: 'a list from after the rotation that came while the snapshot ran does',
    given: {
      secrets: secret(),
      versions: listed(older('aaaa1111', 100), current, older('bbbb2222', -0.01)),
    },
    verdict: 'fail',
    because: 'Its older versions aaaa1111, c0ffee00 are still enabled; the first was replaced on 2026-11-13.',
  },
  {
    says: 'a date that is none is not taken for an old one',
    given: { secrets: secret(), versions: listed(current, aVersion({ createdAt: new Date('whenever') })) },
    verdict: 'unknown',
  },
  {
    says: 'one that was seen is too many, however many were not',
    given: { secrets: secret(), versions: aDetail(aSecret(), partlyRead([older('aaaa1111', 100)], 'items', brokeOff)) },
    verdict: 'fail',
    because: 'Its older version aaaa1111 is still enabled; it was replaced on 2026-11-13.',
  },
  {
    says: 'a list that broke off before one was seen proves nothing',
    given: { secrets: secret(), versions: aDetail(aSecret(), partlyRead([current], 'items', brokeOff)) },
    verdict: 'unknown',
    because: 'The versions were read only in part: Kempt did not ask for it.',
  },
  {
    says: 'the secret behind a certificate is left to the certificate',
    given: { secrets: secret({ managed: true }), versions: listed(older('aaaa1111', 100), current) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: secret({ managed: null }), versions: listed(older('aaaa1111', 100), current) },
    verdict: 'unknown',
  },
  {
    says: 'versions that Azure refused to list may all be enabled',
    given: { secrets: secret(), versions: aDetail(aSecret(), notRead('throttled', '429')) },
    verdict: 'unknown',
    because: 'The versions were not read: Azure asked to slow down for too long.',
  },
  {
    says: 'so may those of a secret nobody asked about',
    given: { secrets: secret(), versions: read(new Map()) },
    verdict: 'unknown',
    because: 'The versions were not read: Kempt did not ask for it.',
  },
  {
    says: 'and those of a vault that could not be asked at all',
    given: { secrets: secret(), versions: notRead('forbidden-by-firewall', 'client address is not authorized') },
    verdict: 'unknown',
    because: "The versions were not read: the vault's firewall refused.",
  },
  {
    says: 'secrets that were not listed may have versions',
    given: { secrets: notRead('forbidden-by-rbac', 'ForbiddenByRbac') },
    verdict: 'unknown',
    because: 'The secrets were not read: no role assignment allows it.',
  },
]
