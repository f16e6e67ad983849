import { expect, test } from 'vitest'
import { lintPolicy } from './lint-policy.ts'
import { defaultPolicy, type Policy, policySchema } from './policy.ts'
import { keyCurves } from './thresholds.ts'

type Said = Parameters<typeof policySchema.parse>[0]

const problemsOf = (said: Said) => lintPolicy(policySchema.parse(said))
const sentences = (said: Said) => problemsOf(said).map(({ sentence }) => sentence)
const development = { environments: ['development'] }

test('the defaults are at peace with each other', () => {
  expect(lintPolicy(defaultPolicy)).toEqual([])
})

test('what obeys its validity must not be near its expiry from the first day', () => {
  expect(problemsOf({ thresholds: { nearExpiryDays: 90, rotationDays: 30, certificateValidityMonths: 6 } })).toEqual([
    {
      severity: 'impossible',
      sentence:
        'A secret may be valid for at most 90 days, and counts as near its expiry 90 days before it: one that obeys the first fails the second from its first day.',
      thresholds: ['secretValidityDays', 'nearExpiryDays'],
      override: null,
    },
  ])
  expect(sentences({ thresholds: { nearExpiryDays: 89, rotationDays: 1, oldVersionGraceDays: 0 } })).toEqual([])
})

test('neither may a certificate', () => {
  expect(sentences({ thresholds: { certificateValidityMonths: 1 } })).toEqual([
    'A certificate may be valid for at most 1 month, about 30 days, and counts as near its expiry 30 days before it: one that obeys the first fails the second from its first day.',
  ])
  expect(sentences({ thresholds: { certificateValidityMonths: 2 } })).toEqual([])
})

test('a rotation that comes after the expiry, or after its warning, never decides', () => {
  expect(problemsOf({ thresholds: { rotationDays: 120 } })).toEqual([
    {
      severity: 'pointless',
      sentence:
        'A secret is to be rotated within 120 days, but may be valid for at most 90 days: it expires before its rotation is due.',
      thresholds: ['rotationDays', 'secretValidityDays'],
      override: null,
    },
  ])
  expect(sentences({ thresholds: { rotationDays: 61 } })).toEqual([
    'A secret that is valid for 90 days counts as near its expiry from day 60 on, so the 61 days for its rotation never decide: by then it fails already.',
  ])
})

test('an old version that outlives the next rotation is judged too late', () => {
  expect(sentences({ thresholds: { oldVersionGraceDays: 60 } })).toEqual([
    'An older version may stay enabled for 60 days, but the next rotation is due within 60 days: it is judged only when the version after it is due to be replaced as well.',
  ])
  expect(sentences({ thresholds: { oldVersionGraceDays: 59 } })).toEqual([])
})

test('an override is judged as it combines with what it leaves alone', () => {
  expect(problemsOf({ overrides: [{ selector: development, thresholds: { secretValidityDays: 20 } }] })).toEqual([
    expect.objectContaining({ severity: 'impossible', override: 0, sentence: expect.stringContaining('20 days') }),
    expect.objectContaining({
      severity: 'pointless',
      override: 0,
      sentence: expect.stringContaining('rotated within 60'),
    }),
  ])
})

test('what the organization contradicts already is not told again for each override', () => {
  const said = {
    thresholds: { rotationDays: 120 },
    overrides: [{ selector: development, thresholds: { disabledDays: 9 } }],
  }
  expect(problemsOf(said).map(({ override }) => override)).toEqual([null])
})

test('two overrides that may meet are judged where they do', () => {
  const overrides = [
    { selector: development, thresholds: { secretValidityDays: 60, rotationDays: 20 } },
    { selector: { owners: ['dispatch'] }, thresholds: { nearExpiryDays: 60, rotationDays: 15 } },
  ]
  expect(problemsOf({ overrides })).toEqual([
    expect.objectContaining({
      override: 1,
      severity: 'impossible',
      sentence: expect.stringMatching(/^Where override 1 matches as well, a secret may be valid for at most 60 days/),
    }),
  ])
  const apart = overrides.map(({ thresholds }, index) => ({
    selector: { environments: [index === 0 ? 'development' : 'production'] },
    thresholds,
  }))
  expect(sentences({ overrides: apart })).toEqual([])
})

test('an override for everything, one without thresholds and one of the same values decide nothing', () => {
  const overrides = [
    { selector: {}, thresholds: { disabledDays: 30 } },
    { selector: development, thresholds: {} },
    { selector: development, thresholds: { rotationDays: 60, allowedCurves: [...keyCurves].reverse() } },
  ]
  expect(problemsOf({ overrides }).map(({ override, sentence }) => [override, sentence])).toEqual([
    [0, 'It is for everything: change the thresholds of the organization instead.'],
    [1, 'It names no threshold, so it changes nothing.'],
    [2, 'All that it sets is what holds without it, so it changes nothing.'],
  ])
  expect(
    sentences({ overrides: [{ selector: development, thresholds: { rotationDays: 60, disabledDays: 9 } }] }),
  ).toEqual(['Of the 2 thresholds it sets, 1 has the value that holds without it.'])
})

test('the same value is an exception, not idle, where a later override would set another', () => {
  const spared = { selector: { vaults: ['kv-orders'] }, thresholds: { rotationDays: 60 } }
  expect(sentences({ overrides: [spared, { selector: development, thresholds: { rotationDays: 30 } }] })).toEqual([])
  const elsewhere = { selector: { vaults: ['kv-other'] }, thresholds: { rotationDays: 30 } }
  expect(sentences({ overrides: [spared, elsewhere] })).toEqual([
    'All that it sets is what holds without it, so it changes nothing.',
  ])
})

test('an override behind one that is for all of its subjects never decides', () => {
  const tagged = { selector: { environments: ['Development'], tags: [{ name: 'tier', value: '1' }] } }
  const overrides: Policy['overrides'] = policySchema.parse({
    overrides: [
      { selector: { environments: ['development', 'test'] }, thresholds: { rotationDays: 30 } },
      { ...tagged, thresholds: { rotationDays: 20, disabledDays: 10 } },
      { ...tagged, thresholds: { rotationDays: 10 } },
    ],
  }).overrides
  expect(problemsOf({ overrides })).toEqual([
    {
      severity: 'pointless',
      sentence: '1 of its thresholds never decides: override 1 comes first, and is for all that this one is for.',
      thresholds: ['rotationDays'],
      override: 1,
    },
    {
      severity: 'pointless',
      sentence: 'It never decides: override 1 comes first, and is for all that this one is for.',
      thresholds: ['rotationDays'],
      override: 2,
    },
  ])
})
