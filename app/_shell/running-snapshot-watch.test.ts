import { expect, test } from 'vitest'
import type { ProgressReading } from '#app/snapshots/ask-progress.ts'
import { askAgainMs, lineOf, watchAfter, watchFrom } from './running-snapshot-watch.ts'

const idle = (latestSnapshotId: number | null = 7): ProgressReading => ({ state: 'idle', latestSnapshotId })
const waiting: ProgressReading = { state: 'waiting', latestSnapshotId: 7 }
const running = (done: number, changed: object = {}): ProgressReading => ({
  state: 'running',
  resumable: true,
  startedAt: '2026-11-23T09:00:00.000Z',
  doing: 'Reading vaults',
  vaults: { done, total: 60 },
  requests: 9,
  throttled: 0,
  pace: { vaultsPerMinute: 80, secondsLeft: 20 },
  latestSnapshotId: 7,
  ...changed,
})
const after = (first: ProgressReading, ...answers: Parameters<typeof watchAfter>[1][]) =>
  answers.reduce(watchAfter, watchFrom(first))

test('while nothing runs nothing is said, and it is asked once a minute', () => {
  expect(lineOf(after(idle()))).toBeNull()
  expect(askAgainMs(after(idle()))).toBe(60_000)
})

test('a running snapshot says how far it is, and is followed closely', () => {
  const watch = after(idle(), running(34))
  expect(lineOf(watch)).toEqual({
    said: 'A snapshot is running',
    figures: '34 of 60 vaults, about 20 seconds left',
    offer: null,
  })
  expect(askAgainMs(watch)).toBe(2500)
  expect(lineOf(after(waiting))?.said).toBe('A snapshot was asked for')
})

test('who may not know the size of the estate hears what is done', () => {
  expect(lineOf(after(running(0, { vaults: null, pace: null })))?.figures).toBe('reading vaults')
  expect(lineOf(after(running(0, { vaults: { done: 0, total: 0 }, pace: null })))?.figures).toBe('reading vaults')
})

test('what is said aloud stays the same from reading to reading', () => {
  expect(lineOf(after(running(1)))?.said).toBe(lineOf(after(running(1), running(59)))?.said)
})

test('when it ends the new figures are offered, and go on being offered', () => {
  const watch = after(running(34), idle(8))
  expect(lineOf(watch)).toMatchObject({ said: 'A snapshot ended', offer: 'new-figures' })
  expect(lineOf(watchAfter(watch, idle(8)))?.offer).toBe('new-figures')
  expect(lineOf(watchAfter(watch, running(1, { latestSnapshotId: 8 })))).toMatchObject({
    said: 'A snapshot is running',
    offer: 'new-figures',
  })
})

test('one that began and ended between two questions is noticed', () => {
  expect(lineOf(after(idle(), idle(8)))?.offer).toBe('new-figures')
  expect(lineOf(after(idle(null), idle(1)))?.offer).toBe('new-figures')
})

test('one that left no figures says so, until the next one runs', () => {
  const watch = after(running(34), idle())
  expect(lineOf(watch)).toEqual({ said: 'The snapshot ended without new figures', figures: '', offer: 'why' })
  expect(lineOf(watchAfter(watch, idle()))?.offer).toBe('why')
  expect(lineOf(watchAfter(watch, running(1)))?.offer).toBeNull()
})

test('an interrupted one is the business of the page of snapshots', () => {
  expect(lineOf(after(running(34, { state: 'interrupted', pace: null })))).toBeNull()
})

test('who is signed out is asked no more, and told so only while something runs', () => {
  expect(askAgainMs(after(idle(), 'signed-out'))).toBeNull()
  expect(lineOf(after(idle(), 'signed-out'))).toBeNull()
  expect(lineOf(after(running(1), 'signed-out'))?.said).toContain('sign in')
})

test('a server that does not answer is asked again, and believed again', () => {
  const watch = after(running(1), 'unreachable')
  expect(lineOf(watch)?.said).toContain('trying again')
  expect(askAgainMs(watch)).toBe(2500)
  expect(lineOf(watchAfter(watch, running(2)))?.said).toBe('A snapshot is running')
})
