import { setTimeout as wait } from 'node:timers/promises'

/** What limits count on. Milliseconds since whenever; they only ever grow. */
export type ElapsedTime = { elapsedMs(): number; sleep(ms: number): Promise<unknown> }

export const realTime: ElapsedTime = { elapsedMs: () => performance.now(), sleep: (ms) => wait(ms) }
