import { expect, test } from 'vitest'
import type { RuleStanding } from '#lib/queries/get-posture.ts'
import { explain } from './explained-rows.ts'

const rule = (ruleId: string, weight: number, counts: Partial<RuleStanding>): RuleStanding => ({
  ruleId,
  failing: ruleId,
  severity: 'high',
  weight,
  pass: 0,
  fail: 0,
  unknown: 0,
  waived: 0,
  passBefore: 0,
  failBefore: 0,
  ...counts,
})

test('what takes away most comes first, what decided nothing last, what was about nothing not at all', () => {
  const { posture, rows } = explain([
    rule('about-nothing', 5, {}),
    rule('unread', 10, { unknown: 3 }),
    rule('small', 1, { pass: 1, fail: 1 }),
    rule('big', 5, { pass: 1, fail: 1 }),
  ])
  expect(rows.map(({ ruleId }) => ruleId)).toEqual(['big', 'small', 'unread'])
  expect(rows.at(-1)).toMatchObject({ compliance: null, share: null, lost: null })
  expect(posture).toBe(0.5)
})

test('what waivers do to the number is said', () => {
  const { posture, withoutWaivers } = explain([rule('half', 5, { pass: 3, waived: 1 })])
  expect([posture, withoutWaivers]).toEqual([1, 0.75])
})
