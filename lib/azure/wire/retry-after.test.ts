import { createHttpHeaders } from '@azure/core-rest-pipeline'
import { expect, test } from 'vitest'
import { AzureFailure } from './azure-failure.ts'
import { retryAfterMs } from './retry-after.ts'
import { waitBeforeRetryMs } from './retry-plan.ts'

test.each<[Record<string, string>, number | null]>([
  [{}, null],
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after-ms': '250' }, 250],
  [{ 'x-ms-retry-after-ms': '1500' }, 1500],
  [{ 'retry-after': 'Mon, 23 Nov 2026 10:00:09 GMT', date: 'Mon, 23 Nov 2026 10:00:00 GMT' }, 9000],
  [{ 'retry-after': 'Mon, 23 Nov 2026 09:59:00 GMT', date: 'Mon, 23 Nov 2026 10:00:00 GMT' }, 0],
  [{ 'retry-after': 'Mon, 23 Nov 2026 10:00:09 GMT' }, null],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': '-3' }, null],
  [{ 'x-ms-user-quota-resets-after': '00:00:05' }, 5000],
  [{ 'x-ms-user-quota-resets-after': '01:02:03.5' }, 3_723_500],
])('%o asks to wait %s ms', (headers, expected) => {
  expect(retryAfterMs(createHttpHeaders(headers))).toBe(expected)
})

test('without such a header the waits double up to sixteen seconds, anywhere below with jitter', () => {
  const failure = new AzureFailure('throttled', { kind: 'refused', status: 429 })
  const settings = { baseMs: 1000, tries: 9, timeoutTries: 9, deadlineMs: 1, overallMs: 1, random: () => 1 }
  const waits = [1, 2, 3, 4, 5, 6].map((attempt) => waitBeforeRetryMs(failure, attempt, settings))
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 16_000])
  expect(waitBeforeRetryMs(failure, 3, { ...settings, random: () => 0.25 })).toBe(1000)
})
