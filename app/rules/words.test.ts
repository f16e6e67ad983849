import { expect, test } from 'vitest'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { thresholdText } from './words.ts'

test('a threshold is said in its own unit', () => {
  expect(thresholdText('rotationDays', defaultPolicy)).toBe('A secret is to be rotated within 60 days.')
  expect(thresholdText('certificateValidityMonths', defaultPolicy)).toBe(
    'A certificate may be valid for at most 12 months.',
  )
  expect(thresholdText('firewallPrefixBits', defaultPolicy)).toBe('The widest address range that is accepted is /24.')
})
