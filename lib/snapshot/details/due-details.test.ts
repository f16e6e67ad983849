import { expect, test } from 'vitest'
import type { VaultObject } from '#lib/domain/vault-object.ts'
import { contentHash } from '../memory/content-hash.ts'
import { aKey, aSecret } from '../memory/an-observed-vault.ts'
import type { RecalledAbout } from '../memory/recalled-about.ts'
import type { RecalledVerdict } from '../memory/recall-vault.ts'
import { dueDetails, type Occasion } from './due-details.ts'

const capturedAt = new Date('2026-11-20T02:15:00Z')
const minutesBefore = (minutes: number) => new Date(capturedAt.getTime() - minutes * 60_000)
const aMinuteAgo: Occasion = { capturedAt, previousCapturedAt: minutesBefore(1), byPerson: false }
const yesterday: Occasion = { ...aMinuteAgo, previousCapturedAt: minutesBefore(24 * 60) }
const fourWeeksAgo: Occasion = { ...aMinuteAgo, previousCapturedAt: minutesBefore(28 * 24 * 60) }

/** What memory holds of an object that was wholly read and has not changed since. */
function remembered(object: VaultObject, said: Partial<RecalledAbout> = {}): RecalledAbout {
  const dates = {
    createdAt: object.createdAt.toISOString(),
    updatedAt: object.updatedAt.toISOString(),
    expiresAt: object.expiresAt?.toISOString() ?? null,
    notBeforeAt: null,
  }
  return {
    state: {
      objectId: 1,
      kind: object.kind,
      name: object.name,
      stateId: 1,
      hash: contentHash(object),
      createdAt: dates.createdAt,
      managed: false,
      recoveryLevel: null,
      owner: null,
      seenFirstAt: dates.createdAt,
      earliestExpiresAt: dates.expiresAt,
    },
    versions: [{ id: 1, objectId: 1, version: 'a', enabled: object.enabled, ...dates }],
    detail: {
      id: 1,
      objectId: 1,
      renewsItself: false,
      renewalTrigger: null,
      issuer: null,
      keyType: 'RSA',
      keyBits: 2048,
      keyCurve: null,
    },
    verdicts: [],
    ...said,
  }
}

const aFinding = (said: Partial<RecalledVerdict> = {}): RecalledVerdict => ({
  id: 1,
  ruleId: 'old-version-still-enabled',
  objectId: 1,
  status: 'fail',
  because: '',
  facts: {},
  reasonCode: null,
  owner: null,
  vaultOwner: null,
  failingSince: '2026-11-01T02:15:00Z',
  ...said,
})

// A name whose turns do not fall into the minute before the snapshot.
const due = (object: VaultObject, about: RecalledAbout, occasion = aMinuteAgo, isLost = false) =>
  dueDetails(object, about, { turn: 'kv-orders', occasion, isLost: () => isLost })

const nothing = { versions: false, renewal: false, keyMaterial: false }
const secret = aSecret('stripe-key')
const key = aKey('disk-encryption')

test('nothing is asked about what is known and has not changed', () => {
  expect(due(secret, remembered(secret))).toEqual(nothing)
  expect(due(key, remembered(key))).toEqual(nothing)
})

test('everything is asked about what nobody saw before, and of a secret only its versions', () => {
  const unseen = { state: null, versions: [], detail: null, verdicts: [] }
  expect(due(key, unseen)).toEqual({ versions: true, renewal: true, keyMaterial: true })
  expect(due(secret, unseen)).toEqual({ ...nothing, versions: true })
})

test('an edit of the same version leaves its key as it is; a new version has another', () => {
  const edited = { ...key, updatedAt: capturedAt }
  expect(due(edited, remembered(key))).toEqual({ versions: true, renewal: true, keyMaterial: false })
  const rotated = { ...edited, createdAt: capturedAt }
  expect(due(rotated, remembered(key))).toEqual({ versions: true, renewal: true, keyMaterial: true })
})

test('what memory lacks is asked for, and nothing else', () => {
  const detail = remembered(key).detail
  const lacking = remembered(key, { detail: detail && { ...detail, renewsItself: null } })
  expect(due(key, lacking)).toEqual({ ...nothing, renewal: true })
})

test('a finding is looked at again when a person asks, and once a day', () => {
  const failing = remembered(secret, { verdicts: [aFinding()] })
  expect(due(secret, failing)).toEqual(nothing)
  expect(due(secret, failing, { ...aMinuteAgo, byPerson: true })).toEqual({ ...nothing, versions: true })
  expect(due(secret, failing, yesterday)).toEqual({ ...nothing, versions: true })
  expect(due(secret, remembered(secret), { ...yesterday, byPerson: true })).toEqual(nothing)
})

test('a finding about how a key renews itself asks for that alone', () => {
  const failing = remembered(key, { verdicts: [aFinding({ ruleId: 'key-without-rotation-policy' })] })
  expect(due(key, failing, yesterday)).toEqual({ ...nothing, renewal: true })
})

test('a finding under a rule that looks at no detail asks for none', () => {
  const failing = remembered(secret, { verdicts: [aFinding({ ruleId: 'secret-expired' })] })
  expect(due(secret, failing, { ...yesterday, byPerson: true })).toEqual(nothing)
})

test('a call that failed is made again by the next run, until it is answered', () => {
  const lost = aFinding({ status: 'unknown', reasonCode: 'timed-out', failingSince: null })
  expect(due(secret, remembered(secret, { verdicts: [lost] }), aMinuteAgo, true)).toEqual({
    ...nothing,
    versions: true,
  })
  expect(due(secret, remembered(secret, { verdicts: [lost] }), aMinuteAgo, false)).toEqual(nothing)
})

test('in four weeks everything is read again once, but for the key of a version, which never changes', () => {
  expect(due(key, remembered(key), fourWeeksAgo)).toEqual({ versions: true, renewal: true, keyMaterial: false })
})

test('an object with more versions than are looked at is asked about when its state changed, not in every run', () => {
  const many = Array.from({ length: 100 }, (_, id) => id).flatMap((id) =>
    remembered(secret).versions.map((version) => ({
      ...version,
      id,
      version: `v${id}`,
      createdAt: '2026-01-01T00:00:00Z',
    })),
  )
  const cut = aFinding({ status: 'unknown', reasonCode: 'not-asked', failingSince: null })
  const about = remembered(secret, { versions: many, verdicts: [cut] })
  expect(due(secret, about, aMinuteAgo, true)).toEqual(nothing)
  expect(due({ ...secret, updatedAt: capturedAt }, about, aMinuteAgo, true)).toEqual({ ...nothing, versions: true })
})
