import { setTimeout as wait } from 'node:timers/promises'

/**
 * Keeps to a steady number of calls a second per key, after a first burst of one second's worth. ARM refills its bucket
 * of 250 by 25 a second for each subscription and principal; a snapshot stays below that rather than run into it.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function createPace(
  perSecond: number,
  elapsedMs: () => number = () => performance.now(),
  sleep: (ms: number) => Promise<unknown> = (ms) => wait(ms),
) {
  const intervalMs = 1000 / perSecond
  const nextTurnMs = new Map<string, number>()

  /** Resolves when it is the caller's turn. */
  return async (key: string): Promise<void> => {
    const nowMs = elapsedMs()
    const turnMs = Math.max(nextTurnMs.get(key) ?? Number.NEGATIVE_INFINITY, nowMs - 1000)
    nextTurnMs.set(key, turnMs + intervalMs)
    const waitMs = turnMs + intervalMs - nowMs
    if (waitMs > 0) await sleep(waitMs)
  }
}
