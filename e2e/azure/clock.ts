// The instant the imitated data stands for. Tokens and TLS stay on real time, because MSAL and TLS compare with the real clock.

export type Clock = {
  now(): Date
  /** Fixes the data's clock at an instant. */
  set(instant: Date): void
  /** Moves it; it stays fixed afterwards. */
  advance(milliseconds: number): void
  /** Lets it run with real time again. */
  release(): void
  /** How far it was moved ahead, all in all. Throttles add it to real time: over a day that is skipped they fill again. */
  skippedMs(): number
}

export function createClock(): Clock {
  let fixed: number | null = null
  let skipped = 0
  const now = () => new Date(fixed ?? Date.now())
  const move = (to: number | null) => {
    const before = now().getTime()
    fixed = to
    skipped += Math.max(0, now().getTime() - before)
  }
  return {
    now,
    set: (instant) => move(instant.getTime()),
    advance: (milliseconds) => move(now().getTime() + milliseconds),
    release: () => move(null),
    skippedMs: () => skipped,
  }
}
