// How did a run of tests end? Read from the reports of the two runners, never guessed from what they print.
import { z } from 'zod'

export type Tally = { passed: number; failed: number; skipped: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

export function tallyVitest(report: string): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = vitestReport.parse(JSON.parse(report))
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/** A test that passed only when it was tried again is not one to rely on. */
export function tallyPlaywright(report: string): Tally {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(JSON.parse(report)).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

export function describeTally({ passed, failed, skipped }: Tally): string {
  return [`${passed} passed`, ...(failed ? [`${failed} failed`] : []), ...(skipped ? [`${skipped} skipped`] : [])].join(
    ', ',
  )
}
