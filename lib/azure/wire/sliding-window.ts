import { type ElapsedTime, realTime } from './elapsed-time.ts'
import type { Counted, InTurn } from './in-turn.ts'

/**
 * At most `calls` in any `windowMs` for each key, however the service counts them. It does so somewhere between the sending
 * and the answer, and the way there takes one call longer than another: so each counts until `windowMs` after its answer,
 * and over there no window ever holds more.
 */
export function slidingWindow(
  { calls, windowMs, counted }: { calls: number; windowMs: number; counted: Counted },
  { elapsedMs, sleep }: ElapsedTime = realTime,
): InTurn {
  type Call = { answeredMs: number }
  const countedFor = new Map<string, Call[]>()

  async function takePlace(key: string): Promise<Call> {
    for (;;) {
      const nowMs = elapsedMs()
      const taken = (countedFor.get(key) ?? []).filter(({ answeredMs }) => answeredMs + windowMs > nowMs)
      countedFor.set(key, taken)
      if (taken.length < calls) {
        const call = { answeredMs: Number.POSITIVE_INFINITY }
        taken.push(call)
        return call
      }
      // One that is answered this instant leaves its place after a whole window; until then nobody has to look again.
      const oldestMs = Math.min(nowMs, ...taken.map(({ answeredMs }) => answeredMs))
      await sleep(oldestMs + windowMs - nowMs)
    }
  }

  return async (request, send) => {
    const key = counted(request)
    if (key === null) return send()
    const call = await takePlace(key)
    try {
      return await send()
    } finally {
      call.answeredMs = elapsedMs()
    }
  }
}
