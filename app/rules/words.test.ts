import { expect, test } from 'vitest'
import { defaultThresholds } from '#lib/domain/thresholds.ts'
import { thresholdText } from './words.ts'

test('a threshold is said in its own unit', () => {
  expect(thresholdText('rotationDays', defaultThresholds)).toBe('A secret is to be rotated within 60 days.')
  expect(thresholdText('certificateValidityMonths', defaultThresholds)).toBe(
    'A certificate may be valid for at most 12 months.',
  )
  expect(thresholdText('firewallPrefixBits', defaultThresholds)).toBe(
    'The widest address range that is accepted is /24.',
  )
})
