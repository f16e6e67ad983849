import { expect, test } from 'vitest'
import { outOfSight } from './out-of-sight.ts'

const seen = ['aaaa']

test('without KEMPT_SUBSCRIPTIONS every subscription that is not seen is out of sight', () => {
  const isOutOfSight = outOfSight({ subscriptions: [] }, seen)
  expect(['aaaa', 'bbbb'].filter(isOutOfSight)).toEqual(['bbbb'])
})

test('a subscription that KEMPT_SUBSCRIPTIONS leaves out is not, and one that it names is, however it is written', () => {
  const isOutOfSight = outOfSight({ subscriptions: ['AAAA', 'BBBB'] }, seen)
  expect(['aaaa', 'bbbb', 'cccc'].filter(isOutOfSight)).toEqual(['bbbb'])
})
