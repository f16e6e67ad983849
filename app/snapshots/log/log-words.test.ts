import { expect, test } from 'vitest'
import { logStates } from '#lib/queries/log/vault-logs.ts'
import { gapReason, gapText, isRead, logStateText, logStateWords } from './log-words.ts'

test.each(logStates)('%s has a word and a sentence', (state) => {
  expect(logStateWords[state]).toMatch(/^[A-Z]/)
  expect(logStateText[state]).toMatch(/^[A-Z].*\.$/)
})

test('a gap of one day has one date', () => {
  expect(gapText({ from: '2026-11-09', to: '2026-11-09', days: 1, neverRead: false })).toBe('2026-11-09 (1 day)')
  expect(gapText({ from: '2026-11-03', to: '2026-11-05', days: 3, neverRead: false })).toBe(
    '2026-11-03 to 2026-11-05 (3 days)',
  )
})

test('what was never read is not called silence', () => {
  const gap = { from: '2026-11-03', to: '2026-11-05', days: 3 }
  expect(gapReason({ ...gap, neverRead: true })).toContain('never read')
  expect(gapReason({ ...gap, neverRead: false })).toContain('not a single row')
})

test('a log that is stale or has gaps is read', () => {
  expect(logStates.filter((state) => isRead({ state }))).toEqual(['stale', 'gaps', 'covered'])
})
