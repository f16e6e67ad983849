import { expect, test } from 'vitest'
import { dateIn, manyIn, oneOf, pageIn, rangeIn, someOf, textIn, textsIn, wholeIn } from './params.ts'

test('a parameter may be repeated or written with commas', () => {
  expect(manyIn(['a,b', 'b', ' c ', ''])).toEqual(['a', 'b', 'c'])
  expect(manyIn(undefined)).toEqual([])
})

test('only what is allowed is taken, in the order it is allowed in', () => {
  expect(someOf('LOW,critical,worst', ['critical', 'high', 'low'])).toEqual(['critical', 'low'])
  expect(oneOf('Rule', ['object', 'rule'])).toBe('rule')
  expect(oneOf('__proto__', ['object', 'rule'])).toBeNull()
})

test('texts keep their commas and lose the blanks around them', () => {
  expect(textIn('  Doe, Jane ')).toBe('Doe, Jane')
  expect(textIn('   ')).toBeNull()
  expect(textIn('\0')).toBeNull()
  expect(textsIn(['a, b', 'a, b', ''])).toEqual(['a, b'])
})

test('a number that is not one is not there', () => {
  expect(wholeIn('60', 0, 100)).toBe(60)
  expect(wholeIn('1e3', 0, 9999)).toBeNull()
  expect(wholeIn('101', 0, 100)).toBeNull()
  expect([pageIn('7'), pageIn('0'), pageIn('-1'), pageIn(undefined)]).toEqual([7, 1, 1, 1])
})

test('a date is a day of the calendar, at midnight UTC', () => {
  expect(dateIn('2026-11-23')).toEqual(new Date('2026-11-23T00:00:00Z'))
  expect(dateIn('2026-02-30')).toBeNull()
  expect(dateIn('23.11.2026')).toBeNull()
})

test('a range may be open at either end', () => {
  expect(rangeIn('30..60')).toEqual(['30', '60'])
  expect(rangeIn('60..')).toEqual(['60', ''])
  expect(rangeIn('60')).toBeNull()
  expect(rangeIn('1..2..3')).toBeNull()
})
