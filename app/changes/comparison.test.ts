import { expect, test } from 'vitest'
import { askedIn, compared, instantText, waysBack } from './comparison.ts'

const night = (day: string) => new Date(`2026-11-${day}T02:15:00Z`)
const noon = new Date('2026-11-20T12:00:00Z')
const instants = [night('01'), night('08'), night('12'), night('13'), night('19'), night('20'), noon]
const ask = (from?: string, to?: string) => compared(instants, askedIn({ from, to }))

test('without a word it is the latest snapshot against the last one a week before it', () => {
  expect(ask()).toEqual({ from: night('13'), to: noon, toIsLatest: true })
})

test('a date is the last snapshot by the end of that day', () => {
  expect(ask('2026-11-10', '2026-11-19')).toEqual({ from: night('08'), to: night('19'), toIsLatest: false })
  expect(ask('2026-11-19', '2026-11-20')).toMatchObject({ to: noon })
})

test('an instant is the snapshot of that instant, so that two of one day can be compared', () => {
  expect(ask('2026-11-20T02:15:00.000Z', '2026-11-20')).toMatchObject({ from: night('20'), to: noon })
})

test('the wrong way round is turned', () => {
  expect(ask('2026-11-19', '2026-11-08')).toMatchObject({ from: night('08'), to: night('19') })
})

test('what is before history is its beginning', () => {
  expect(ask('2020-01-01', '2026-11-12')).toMatchObject({ from: night('01'), to: night('12') })
})

test('nonsense, and a snapshot against itself, is the usual', () => {
  expect(ask('yesterday', '2026-02-30')).toEqual(ask())
  expect(ask('2026-11-20', '2026-11-20')).toEqual(ask())
  expect(ask('2026-11-01', '2026-11-01')).toEqual(ask())
  expect(ask('2026-11-20T99:00Z')).toEqual(ask())
})

test('there is nothing to compare before the second snapshot', () => {
  expect(compared([], askedIn({}))).toBeNull()
  expect(compared([noon], askedIn({}))).toBeNull()
  expect(compared([night('19'), noon], askedIn({}))).toMatchObject({ from: night('19'), to: noon })
})

test('ways back are those that history reaches', () => {
  expect(waysBack(instants, noon)).toEqual([
    { word: 'Since the last snapshot', from: night('20') },
    { word: 'A week', from: night('13') },
  ])
})

test('an address says the date, unless another snapshot of that day came later', () => {
  expect(instantText(instants, noon)).toBe('2026-11-20')
  expect(instantText(instants, night('20'))).toBe('2026-11-20T02:15:00.000Z')
})
