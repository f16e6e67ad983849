import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { policyChanges } from '#lib/domain/policy-changes.ts'
import { keyCurves } from '#lib/domain/thresholds.ts'
import { type Base, draftHref, isTidy, readDraft } from './search.ts'

const base: Base = { id: 7, policy: defaultPolicy }
const paramsOf = (href: string) => {
  const query = new URL(href, 'http://kempt.example').searchParams
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])) as Record<string, string[]>
}
/** As Next hands them over: a parameter that stands once is no list. */
const given = (href: string) =>
  Object.fromEntries(Object.entries(paramsOf(href)).map(([name, all]) => [name, all.length === 1 ? all[0] : all]))
const draft = (params: Parameters<typeof readDraft>[0], of = base) => readDraft(params, [of], of)

const word = fc.stringMatching(/^[a-z][a-z0-9 ,@.-]{0,12}[a-z]$/)
const words = fc.uniqueArray(word, { maxLength: 3 })
const override = fc.record({
  selector: fc.record({
    environments: words,
    subscriptions: words,
    vaults: words,
    owners: words,
    tags: fc.uniqueArray(fc.record({ name: word, value: fc.option(word) }), {
      maxLength: 2,
      selector: ({ name, value }) => `${name}=${value}`,
    }),
  }),
  thresholds: fc.record(
    { rotationDays: fc.integer({ min: 1, max: 3650 }), allowedCurves: fc.subarray([...keyCurves], { minLength: 1 }) },
    { requiredKeys: [] },
  ),
  reason: fc.oneof(fc.constant(''), word),
})
const anyPolicy = fc
  .record({
    thresholds: fc.record({
      rotationDays: fc.integer({ min: 1, max: 3650 }),
      retentionDays: fc.integer({ min: 7, max: 90 }),
    }),
    overrides: fc.array(override, { maxLength: 3 }),
  })
  .map((said): Policy => policySchema.parse(said))

test('a draft survives its address, and the address is written one way only', () => {
  fc.assert(
    fc.property(anyPolicy, anyPolicy, (from, to) => {
      const on: Base = { id: 7, policy: from }
      const href = draftHref({ base: on, policy: to })
      const read = draft(given(href), on)
      expect(read.problems).toEqual([])
      expect(policyChanges(read.policy, to)).toEqual([])
      expect(draftHref(read)).toBe(href)
      expect(isTidy(given(href), href)).toBe(true)
    }),
  )
})

test('what is as it was stays out of the address', () => {
  expect(draftHref({ base, policy: defaultPolicy })).toBe('/policy')
  const policy = policySchema.parse({
    thresholds: { rotationDays: 45 },
    overrides: [
      { selector: { environments: ['development'] }, thresholds: { rotationDays: 180 }, reason: 'A sandbox.' },
    ],
  })
  expect(draftHref({ base, policy })).toBe(
    '/policy?rotationDays=45&overrides=1&override.0.environment=development&override.0.rotationDays=180&override.0.reason=A+sandbox.&from=7',
  )
})

test('an address by hand needs neither the number of overrides nor the version', () => {
  const { policy } = draft({
    rotationDays: '45',
    'override.0.environment': 'development',
    'override.0.rotationDays': '180',
  })
  expect(policy.thresholds.rotationDays).toBe(45)
  expect(policy.overrides).toMatchObject([
    { selector: { environments: ['development'] }, thresholds: { rotationDays: 180 } },
  ])
})

test('the same link is the same draft, whoever has saved since', () => {
  const newest: Base = { id: 8, policy: policySchema.parse({ thresholds: { rotationDays: 30, disabledDays: 10 } }) }
  const read = readDraft({ nearExpiryDays: '20', from: '7' }, [newest, base], newest)
  expect(read.policy.thresholds).toMatchObject({ rotationDays: 60, disabledDays: 90, nearExpiryDays: 20 })
  expect(readDraft({ nearExpiryDays: '20' }, [newest, base], newest).policy.thresholds.rotationDays).toBe(30)
})

test('nonsense stays at the present value, and one sentence says so', () => {
  const { policy, problems } = draft({
    rotationDays: 'abc',
    nearExpiryDays: '0',
    secretValidityDays: '12.5',
    retentionDays: ['', '30'],
    allowedCurves: 'P-999',
    overrides: '1',
    'override.0.rotationDays': '99999',
    'override.0.environment': ['', 'test', 'test'],
    from: 'nowhere',
  })
  expect(problems).toEqual([
    'Rotation: “abc” is no whole number from 1 to 3,650. It stays at 60 days.',
    'Near expiry: “0” is no whole number from 1 to 365. It stays at 30 days.',
    'Validity of secrets: “12.5” is no whole number from 1 to 3,650. It stays at 90 days.',
    'Curves: “P-999” is not among P-256, P-256K, P-384, P-521. It stays at P-256, P-256K, P-384 and P-521.',
    'Override 1, Rotation: “99999” is no whole number from 1 to 3,650. It is left out.',
  ])
  expect(policy.thresholds).toEqual({ ...defaultPolicy.thresholds, retentionDays: 30 })
  expect(policy.overrides).toMatchObject([{ selector: { environments: ['test'] }, thresholds: {} }])
})

test('no address makes reading throw', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))
  const name = fc.oneof(
    fc.constantFrom(
      'rotationDays',
      'overrides',
      'override.0.tag',
      'override.99.owner',
      'add',
      'remove',
      'raise',
      'from',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.dictionary(name, value), (params) => {
      expect(policySchema.safeParse(draft(params).policy).success).toBe(true)
    }),
  )
})

test('the buttons add an override, take one away and move one up', () => {
  const environments = (params: Record<string, string>) =>
    draft({
      overrides: '2',
      'override.0.environment': 'development',
      'override.1.environment': 'test',
      ...params,
    }).policy.overrides.map(({ selector }) => selector.environments[0])
  expect(environments({ add: 'override' })).toEqual(['development', 'test', undefined])
  expect(environments({ remove: '0' })).toEqual(['test'])
  expect(environments({ raise: '1' })).toEqual(['test', 'development'])
  expect(environments({ raise: '0' })).toEqual(['development', 'test'])
  expect(environments({ remove: '2' })).toEqual(['development', 'test'])
})

test('what a form sends is not tidy, and says the same as what is', () => {
  const sent = { rotationDays: '45', nearExpiryDays: '30', overrides: '0', from: '7' }
  const href = draftHref(draft(sent))
  expect(href).toBe('/policy?rotationDays=45&from=7')
  expect(isTidy(sent, href)).toBe(false)
})
