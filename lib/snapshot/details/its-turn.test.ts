import { expect, test } from 'vitest'
import { itsTurn } from './its-turn.ts'

const dayMs = 86_400_000
const day = (number: number) => new Date(Date.UTC(2026, 10, 1, 2, 15) + number * dayMs)
const subjects = Array.from({ length: 2800 }, (_, number) => `/vaults/kv-orders/secret/name-${number}`)
const due = (periodDays: number, after: Date | null, until: Date) =>
  subjects.filter((subject) => itsTurn(subject, { periodMs: periodDays * dayMs, after, until }))

test('in every period each subject has exactly one turn, however often is asked', () => {
  const turns = Array.from({ length: 28 }, (_, number) => due(28, day(number), day(number + 1))).flat()
  expect(turns.toSorted()).toEqual(subjects.toSorted())
})

test('a turn comes every period at the same place', () => {
  expect(due(28, day(3), day(4))).toEqual(due(28, day(31), day(32)))
})

test('turns are spread evenly: a day of a four weeks’ period holds about a twenty-eighth', () => {
  for (let number = 0; number < 28; number++) {
    const { length } = due(28, day(number), day(number + 1))
    expect(length).toBeGreaterThan(60)
    expect(length).toBeLessThan(140)
  }
})

test('a minute holds next to none of a day’s turns', () => {
  expect(due(1, day(0), new Date(day(0).getTime() + 60_000)).length).toBeLessThan(10)
})

test('no time has no turn, and an instant belongs to the snapshot that comes with it, not to the next', () => {
  expect(due(1, day(0), day(0))).toEqual([])
  const halves = [due(1, day(0), day(0.5)), due(1, day(0.5), day(1))]
  expect(halves.flat().toSorted()).toEqual(subjects.toSorted())
})

test('after a gap longer than the period it is everybody’s turn, and so it is when nothing came before', () => {
  expect(due(28, day(0), day(40))).toEqual(subjects)
  expect(due(28, null, day(0))).toEqual(subjects)
})
