// For tests: time that passes when the test lets it, from one sleeper to the next.
import type { ElapsedTime } from '../wire/elapsed-time.ts'

export type VirtualTime = ElapsedTime & {
  sleepers(): number
  /** Lets time pass, waking whoever sleeps at the instant it asked for. */
  until(ms: number): Promise<void>
}

export function virtualTime(): VirtualTime {
  let nowMs = 0
  let sleepers: { untilMs: number; wake: () => void }[] = []
  return {
    elapsedMs: () => nowMs,
    sleep: (ms) =>
      new Promise<void>((wake) => {
        sleepers.push({ untilMs: nowMs + ms, wake })
      }),
    sleepers: () => sleepers.length,
    async until(ms) {
      for (;;) {
        await new Promise(setImmediate)
        const nextMs = Math.min(...sleepers.map(({ untilMs }) => untilMs))
        if (nextMs > ms) break
        nowMs = Math.max(nowMs, nextMs)
        const woken = sleepers.filter(({ untilMs }) => untilMs === nextMs)
        sleepers = sleepers.filter(({ untilMs }) => untilMs !== nextMs)
        for (const { wake } of woken) wake()
      }
      nowMs = ms
    },
  }
}
