// Five queries of a user run at a time; two hundred more may wait for them, three minutes at most, on real time.
// https://learn.microsoft.com/azure/azure-monitor/logs/query-optimization
// Here one runs after the other, so that what is left to keep is how many wait, and for how long.

const running = 5
const waiting = 200
const longestWaitMs = 180_000

export type QueryLine = {
  /** Takes a place in the line of a principal; null when there is none. `now` in milliseconds. */
  enter(principal: string, now: number): Place | null
}

export type Place = {
  /** Whether it has waited too long by now. */
  isTooLate(now: number): boolean
  leave(): void
}

export function createQueryLine(): QueryLine {
  const lengths = new Map<string, number>()
  const add = (principal: string, by: number) => lengths.set(principal, (lengths.get(principal) ?? 0) + by)
  return {
    enter(principal, now) {
      if ((lengths.get(principal) ?? 0) >= running + waiting) return null
      add(principal, 1)
      return { isTooLate: (later) => later - now > longestWaitMs, leave: () => add(principal, -1) }
    },
  }
}
