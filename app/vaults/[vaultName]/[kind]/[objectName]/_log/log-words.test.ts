import { expect, test } from 'vitest'
import { aDay, coveredSpan, type LogCover, logCover, uncoveredText } from './log-words.ts'

const at = (text: string) => new Date(`${text}T09:00:00Z`)
const whole: LogCover = { days: 31, heard: 31, sinceOn: '2026-10-24', reason: 'It rained.' }

test('days without the log are counted and given their reason', () => {
  const days = [at('2026-11-21'), at('2026-11-22'), at('2026-11-23')].map((day, index) => ({ day, heard: index > 0 }))
  const log = { part: 'access-log', missing: null, detail: null, sinceAt: at('2026-11-20') } as const
  const cover = logCover(days, { ...log, status: 'not', code: 'workspace-unreadable' })
  expect(uncoveredText(cover)).toBe(
    '1 of the 3 days since 2026-11-21. Kempt may not query the workspace the vault logs to.',
  )
  expect(coveredSpan(cover)).toBe('on the 2 of 3 days since 2026-11-21 that the log covers')
  expect(uncoveredText(logCover(days.slice(1), { ...log, status: 'read', code: null }))).toBeNull()
  expect(uncoveredText({ ...whole, heard: 0 })).toBe('none of the 31 days since 2026-10-24. It rained.')
  expect(logCover([], undefined)).toMatchObject({ days: 0, heard: 0 })
})

test.each([
  [0, 31, '0'],
  [1, 31, 'under 0.1'],
  [8, 31, '0.3'],
  [62, 31, '2'],
  [37_200, 31, '1,200'],
  [5, 0, null],
])('%i reads in %i days are %s a day', (calls, heard, text) => {
  expect(aDay(calls, { heard })).toBe(text)
})
