import { type ElapsedTime, realTime } from './elapsed-time.ts'

/** How many seconds' worth of calls may go out at once. */
const burstMs = 10_000

/**
 * Keeps to a steady number of calls a second per key, after a first burst of ten seconds' worth: in any ten seconds
 * there are at most twenty seconds' worth.
 */
export function createPace(perSecond: number, { elapsedMs, sleep }: ElapsedTime = realTime) {
  const intervalMs = 1000 / perSecond
  const nextTurnMs = new Map<string, number>()

  /** Resolves when it is the caller's turn. */
  return async (key: string): Promise<void> => {
    const nowMs = elapsedMs()
    const turnMs = Math.max(nextTurnMs.get(key) ?? Number.NEGATIVE_INFINITY, nowMs - burstMs)
    nextTurnMs.set(key, turnMs + intervalMs)
    const waitMs = turnMs + intervalMs - nowMs
    if (waitMs > 0) await sleep(waitMs)
  }
}
