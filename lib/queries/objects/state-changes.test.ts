import { expect, test } from 'vitest'
import { type SeenState, stateChanges } from './state-changes.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = day('2026-11-23')
const made: SeenState = {
  ...{ validFrom: day('2026-09-01'), validTo: null, enabled: true, notBeforeAt: null, expiresAt: day('2026-12-01') },
  ...{ createdAt: day('2026-08-01'), contentType: null, tags: {} },
}
const then = (before: SeenState, from: string, changed: Partial<SeenState>): [SeenState, SeenState] => [
  { ...before, validTo: day(from) },
  { ...before, validFrom: day(from), ...changed },
]
const told = (states: SeenState[], when = at) =>
  stateChanges(states, when).map(({ change, fields }) => [change, ...fields.map(({ field }) => field)])

test('that it was seen first is no change', () => {
  expect(told([made])).toEqual([])
  expect(told([])).toEqual([])
})

test('one edit can move the expiry later and do something else: that is two changes', () => {
  const states = then(made, '2026-10-01', { expiresAt: day('2027-01-01'), enabled: false })
  expect(told(states)).toEqual([
    ['extended', 'expires'],
    ['edited', 'enabled'],
  ])
})

test('an expiry that comes earlier, or is taken away, is an edit', () => {
  expect(told(then(made, '2026-10-01', { expiresAt: day('2026-11-01') }))).toEqual([['edited', 'expires']])
  expect(told(then(made, '2026-10-01', { expiresAt: null }))).toEqual([['edited', 'expires']])
})

test('what differs in nothing that is told is no change', () => {
  expect(told(then(made, '2026-10-01', {}))).toEqual([])
})

test('gone and recovered are told each on its day, and gone not before it was', () => {
  const states = [
    { ...made, validTo: day('2026-10-01') },
    { ...made, validFrom: day('2026-10-05'), validTo: day('2026-11-01'), createdAt: day('2026-10-04') },
  ]
  expect(told(states)).toEqual([['gone'], ['recovered', 'version'], ['gone']])
  expect(told(states.slice(0, 1), day('2026-09-15'))).toEqual([])
})
