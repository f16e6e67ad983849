import { expect, test } from 'vitest'
import { type Policy, policySchema } from './policy.ts'
import { policyChanges, thresholdsOfChanges } from './policy-changes.ts'

const policy = (said: unknown): Policy => policySchema.parse(said)
const development = { selector: { environments: ['development'] }, thresholds: { rotationDays: 180 } }
const dispatch = { selector: { owners: ['dispatch'] }, thresholds: { nearExpiryDays: 14, rotationDays: 30 } }
const names = (from: unknown, to: unknown) => thresholdsOfChanges(policyChanges(policy(from), policy(to)))

test('a policy does not differ from itself, however its words are written', () => {
  const shouted = { ...development, selector: { environments: ['DEVELOPMENT'] } }
  expect(policyChanges(policy({ overrides: [development] }), policy({ overrides: [shouted] }))).toEqual([])
  expect(
    policyChanges(policy({}), policy({ thresholds: { allowedCurves: ['P-521', 'P-384', 'P-256K', 'P-256'] } })),
  ).toEqual([])
})

test('a changed threshold is one change', () => {
  expect(policyChanges(policy({}), policy({ thresholds: { rotationDays: 45 } }))).toEqual([
    { kind: 'threshold', name: 'rotationDays' },
  ])
})

test('an override that came, went or changed counts for the thresholds it names', () => {
  expect(names({}, { overrides: [dispatch] })).toEqual(['rotationDays', 'nearExpiryDays'])
  expect(names({ overrides: [development, dispatch] }, { overrides: [dispatch] })).toEqual(['rotationDays'])
  const tighter = { ...dispatch, thresholds: { nearExpiryDays: 14, rotationDays: 20 } }
  expect(names({ overrides: [dispatch] }, { overrides: [tighter] })).toEqual(['rotationDays'])
})

test('another reason is a change that judges nothing anew', () => {
  const explained = { ...development, reason: 'Nobody is there at night.' }
  const changes = policyChanges(policy({ overrides: [development] }), policy({ overrides: [explained] }))
  expect(changes).toMatchObject([{ kind: 'override-changed' }])
  expect(thresholdsOfChanges(changes)).toEqual([])
})

test('another order is a change, since the first override that matches decides', () => {
  const changes = policyChanges(
    policy({ overrides: [development, dispatch] }),
    policy({ overrides: [dispatch, development] }),
  )
  expect(changes).toMatchObject([{ kind: 'overrides-reordered' }])
  expect(thresholdsOfChanges(changes)).toEqual(['rotationDays', 'nearExpiryDays'])
})
