// The instant the imitated data stands for. Tokens and TLS stay on real time, because MSAL and TLS compare with the real clock.

export type Clock = {
  now(): Date
  /** Fixes the data's clock at an instant. */
  set(instant: Date): void
  /** Moves it; it stays fixed afterwards. */
  advance(milliseconds: number): void
  /** Lets it run with real time again. */
  release(): void
}

export function createClock(): Clock {
  let fixed: number | null = null
  const now = () => new Date(fixed ?? Date.now())
  return {
    now,
    set(instant) {
      fixed = instant.getTime()
    },
    advance(milliseconds) {
      fixed = now().getTime() + milliseconds
    },
    release() {
      fixed = null
    },
  }
}
