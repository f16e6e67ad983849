import { expect, test } from 'vitest'
import { demoInstants } from './demo-instants.ts'

const instants = (now: string, days: number, latest: string | null = null) =>
  demoInstants({ now: new Date(now), days, latest: latest === null ? null : new Date(latest) }).map((instant) =>
    instant.toISOString().slice(0, 16),
  )

test('a new demo gets one snapshot a day, and one of the present', () => {
  expect(instants('2026-11-23T14:00:00Z', 3)).toEqual([
    '2026-11-21T02:15',
    '2026-11-22T02:15',
    '2026-11-23T02:15',
    '2026-11-23T14:00',
  ])
})

test('before a quarter past two the last day is yesterday', () => {
  expect(instants('2026-11-23T02:14:59Z', 2)).toEqual(['2026-11-21T02:15', '2026-11-22T02:15', '2026-11-23T02:14'])
})

test('shortly after a daily one, the present needs none of its own', () => {
  expect(instants('2026-11-23T03:00:00Z', 2)).toEqual(['2026-11-22T02:15', '2026-11-23T02:15'])
})

test('a second start an hour later takes one snapshot, and a minute later none', () => {
  expect(instants('2026-11-23T15:00:01Z', 90, '2026-11-23T14:00:00Z')).toEqual(['2026-11-23T15:00'])
  expect(instants('2026-11-23T14:01:00Z', 90, '2026-11-23T14:00:00Z')).toEqual([])
})

test('days on which the demo did not run are made up for', () => {
  expect(instants('2026-11-23T02:20:00Z', 90, '2026-11-21T14:00:00Z')).toEqual(['2026-11-22T02:15', '2026-11-23T02:15'])
})

test('after a long pause only the last days are', () => {
  expect(instants('2026-11-23T02:20:00Z', 2, '2026-01-01T02:15:00Z')).toEqual(['2026-11-22T02:15', '2026-11-23T02:15'])
})
