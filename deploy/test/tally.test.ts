import { expect, test } from 'vitest'
import { describeTally, tallyPlaywright, tallyVitest } from './tally.ts'

test('a report of Vitest is counted', () => {
  const report = { numPassedTests: 12, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, numTotalTests: 16 }
  expect(tallyVitest(JSON.stringify(report))).toEqual({ passed: 12, failed: 1, skipped: 3 })
})

test('a report of Playwright is counted, and a test that needed two tries has failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, suites: [] }
  expect(tallyPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 0 })
})

test('only what there is is told', () => {
  expect(describeTally({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed')
  expect(describeTally({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})
