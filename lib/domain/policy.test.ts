import { expect, test } from 'vitest'
import { defaultPolicy, policySchema, thresholdUnits } from './policy.ts'

test('a policy written before a threshold existed has its default', () => {
  expect(policySchema.parse({ rotationDays: 45 })).toEqual({ ...defaultPolicy, rotationDays: 45 })
})

test('every threshold says what it counts', () => {
  expect(Object.keys(thresholdUnits).sort()).toEqual(Object.keys(policySchema.shape).sort())
})
