// Whatever ends a command (its work, a fault, Ctrl-C, the death of npm), everything it started ends before it.
import { setTimeout as wait } from 'node:timers/promises'
import { crashQuietly } from '#lib/crash.ts'
import { DatabaseError } from '#lib/db/database-error.ts'
import { SettingsError } from '#lib/settings.ts'
import { Refusal } from './refusal.ts'

export type Lifetime = {
  /** Called at the end; what was added last is called first. */
  onEnd(close: () => unknown): void
  /** From here on a request to end is no failure: the exit code is 0. */
  settled(): void
  /** Aborted when the end has begun: nothing may be started any more. */
  signal: AbortSignal
}

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

/** How long work that was interrupted may take to notice before the process leaves anyway. */
const patienceMs = 2000

/** Runs `main`, then ends the process with the code it returns, 1 after a fault, or 128 + signal when it was cut short. */
export async function runToTheEnd(main: (life: Lifetime) => Promise<number>): Promise<never> {
  crashQuietly()
  const closers: (() => unknown)[] = []
  const ending = new AbortController()
  let settled = false

  const asked = new Promise<number>((settle) => {
    for (const [signal, number] of Object.entries(signals)) {
      // Stays in place to the end: a terminal's Ctrl-C arrives twice, once from the terminal and once from boot.cjs.
      process.on(signal, () => settle(settled ? 0 : 128 + number))
    }
  })
  const life: Lifetime = {
    onEnd: (close) => closers.push(close),
    settled: () => {
      settled = true
    },
    signal: ending.signal,
  }
  const work = main(life).catch((error: unknown) => {
    // What was cut short fails in ways nobody needs to read.
    if (!ending.signal.aborted) explain(error)
    return 1
  })
  const code = await Promise.race([asked, work])
  ending.abort()
  await closeAll(closers)
  await Promise.race([work, wait(patienceMs)])
  await closeAll(closers)
  process.exit(code)
}

async function closeAll(closers: (() => unknown)[]) {
  for (let close = closers.pop(); close; close = closers.pop()) {
    try {
      await close()
    } catch (error) {
      explain(error)
    }
  }
}

function explain(error: unknown) {
  const isForPeople = error instanceof Refusal || error instanceof DatabaseError || error instanceof SettingsError
  console.error(isForPeople ? error.message : error)
}
