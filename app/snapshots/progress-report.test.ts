import { expect, test } from 'vitest'
import type { LatestRun, SnapshotProgress } from '#lib/queries/get-snapshot-progress.ts'
import { durationText, reportProgress, timeLeftText } from './progress-report.ts'

const startedAt = new Date('2026-11-23T09:00:00Z')
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)

const none = { progress: null, endedAt: null }
const inQueue = { takenUpAt: null }

const running = (changed: Partial<SnapshotProgress> = {}): LatestRun => ({
  progress: {
    id: 1,
    capturedAt: startedAt,
    startedAt,
    heartbeatAt: after(60),
    phase: 'reading vaults',
    estate: { vaultsTotal: 430, vaultsDone: 215, requests: 9000, retries: 12, throttled: 3 },
    ...changed,
  },
  endedAt: null,
})

test('half of the vaults in a minute leave a minute', () => {
  expect(reportProgress(running(), null, after(60))).toMatchObject({
    state: 'running',
    doing: 'Reading vaults',
    vaults: { done: 215, total: 430 },
    pace: { vaultsPerMinute: 215, secondsLeft: 60 },
  })
})

test('before the first vault there is no time left to tell', () => {
  const estate = { vaultsTotal: 0, vaultsDone: 0, requests: 1, retries: 0, throttled: 0 }
  expect(reportProgress(running({ estate, phase: 'listing vaults' }), null, after(60))).toMatchObject({ pace: null })
})

test('what was asked for and not begun is waited for', () => {
  expect(reportProgress(none, inQueue, startedAt)).toEqual({ state: 'waiting' })
  expect(reportProgress(none, null, startedAt)).toEqual({ state: 'idle' })
})

test('what a worker has taken up is waited for until its run begins, whatever ended before', () => {
  expect(reportProgress(none, { takenUpAt: after(5) }, after(6))).toEqual({ state: 'waiting' })
  expect(reportProgress({ progress: null, endedAt: after(4) }, { takenUpAt: after(5) }, after(6))).toEqual({
    state: 'waiting',
  })
})

test('a run that has ended is over, though its worker has not said so yet', () => {
  expect(reportProgress({ progress: null, endedAt: after(60) }, { takenUpAt: after(5) }, after(60))).toEqual({
    state: 'idle',
  })
})

test('a run without a sign of life for five minutes was interrupted, and says no time left', () => {
  expect(reportProgress(running(), null, after(60 + 301))).toMatchObject({ state: 'interrupted', pace: null })
  expect(reportProgress(running(), null, after(60 + 299))).toMatchObject({ state: 'running' })
})

test('within six hours the next run goes on with an interrupted one, and after that begins anew', () => {
  expect(reportProgress(running(), null, after(6 * 3600 - 1))).toMatchObject({ resumable: true })
  expect(reportProgress(running(), null, after(6 * 3600))).toMatchObject({ resumable: false })
})

test('an interrupted run that somebody asked to go on is waited for', () => {
  expect(reportProgress(running(), inQueue, after(60 + 301))).toEqual({ state: 'waiting' })
})

test('an owner learns that it runs, not how large the estate is', () => {
  expect(reportProgress(running({ estate: null }), null, after(60))).toMatchObject({
    state: 'running',
    vaults: null,
    requests: null,
    throttled: null,
    pace: null,
  })
})

test('a phase without words of its own is told as it is', () => {
  expect(reportProgress(running({ phase: 'going on after an interruption' }), null, after(60))).toMatchObject({
    doing: 'Going on after an interruption',
  })
})

test.each([
  [4, 'a few seconds left'],
  [42, 'about 40 seconds left'],
  [180, 'about 3 minutes left'],
])('%i seconds are %s', (seconds, words) => {
  expect(timeLeftText(seconds)).toBe(words)
})

test.each([
  [840, '0.8 s'],
  [42_400, '42 s'],
  [192_000, '3 min 12 s'],
  [7_530_000, '2 h 5 min'],
])('%i ms are %s', (ms, words) => {
  expect(durationText(ms)).toBe(words)
})
