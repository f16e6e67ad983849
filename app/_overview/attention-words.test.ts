import { expect, test } from 'vitest'
import { defaultPolicy, policySchema } from '#lib/domain/policy.ts'
import { defaultThresholds } from '#lib/domain/thresholds.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { attentionSentence, saidThresholds } from './attention-words.ts'

const rule = {
  ruleId: 'x',
  failing: 'Something is off',
  subject: 'vault',
  severity: 'high',
  findings: 1,
  vaults: 1,
  callers: 0,
} as const
const say = (more: object) => attentionSentence({ ...rule, ...more }, defaultThresholds)

test('one and many are said as people say them', () => {
  expect(say({ ruleId: 'vault-open-to-internet' })).toBe('1 vault is open to the internet')
  expect(say({ ruleId: 'vault-open-to-internet', findings: 1200 })).toBe('1,200 vaults are open to the internet')
})

test('callers are named where the log names them', () => {
  const still = { ruleId: 'expired-secret-still-read', findings: 7 }
  expect(say({ ...still, callers: 3 })).toBe('7 expired secrets are still read, by 3 callers')
  expect(say({ ...still, findings: 1, callers: 1 })).toBe('1 expired secret is still read, by 1 caller')
  expect(say(still)).toBe('7 expired secrets are still read')
})

test('thresholds are the ones the snapshot judged by', () => {
  const near = { ...rule, ruleId: 'secret-near-expiry', findings: 12 }
  expect(attentionSentence(near, { ...defaultThresholds, nearExpiryDays: 14 })).toBe('12 secrets expire within 14 days')
})

test('a threshold that is another for some is not named, for it would be wrong', () => {
  const selector = { environments: ['development'] }
  const policy = policySchema.parse({ overrides: [{ selector, thresholds: { rotationDays: 180 } }] })
  const overdue = { ...rule, ruleId: 'secret-overdue-for-rotation', findings: 2 }
  expect(attentionSentence(overdue, saidThresholds(policy))).toBe('2 secrets are overdue for rotation')
  expect(attentionSentence(overdue, saidThresholds(defaultPolicy))).toBe(
    '2 secrets were not rotated for 60 days or more',
  )
})

test('every rule of the catalogue has words of its own', () => {
  const unnamed = catalogue.filter(({ id, failing, subject }) =>
    attentionSentence({ ...rule, ruleId: id, failing, subject, findings: 2 }, defaultThresholds).startsWith(
      `${failing}: `,
    ),
  )
  expect(unnamed.map(({ id }) => id)).toEqual([])
})

test('a rule without words of its own is named by its failing state', () => {
  expect(say({ findings: 2 })).toBe('Something is off: 2 vaults')
})
