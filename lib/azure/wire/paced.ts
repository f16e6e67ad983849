import type { Counted, InTurn } from './in-turn.ts'

/** Waits before each request that counts, as `pace` says for what it is about. */
export function paced(pace: (key: string) => Promise<void>, counted: Counted): InTurn {
  return async (request, send) => {
    const key = counted(request)
    if (key !== null) await pace(key)
    return send()
  }
}
