// A process of ours: it ends when we do, and when we are gone.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from './refusal.ts'
import type { Lifetime } from './run-to-the-end.ts'

export type Child = {
  /** Its exit code; 128 + signal when it was killed. */
  exited: Promise<number>
  /** Asks it to end, and sees to it that it does. */
  stop(): Promise<void>
  /** The last lines of its log; empty when it writes to our own output. */
  lastWords(): string
}

/** It writes to the file `log`, or else to our own output. */
type How = { parameters?: string[]; env: NodeJS.ProcessEnv; log?: string }

const endWithParent = new URL('./end-with-parent.ts', import.meta.url).href

/** How long a child may take to end before it is killed. */
const patienceMs = 8000

/** Starts a script with this Node. */
export function startChild(life: Lifetime, { script, ...how }: How & { script: string }): Child {
  const parameters = ['--import', endWithParent, script, ...(how.parameters ?? [])]
  return start(life, process.execPath, { ...how, parameters, env: { ...how.env, KEMPT_ENDS_WITH_PARENT: '1' } }, [
    'ipc',
  ])
}

/** Starts any other program. It does not notice when we are killed outright, so it should be a short one. */
export function startProgram(life: Lifetime, { program, ...how }: How & { program: string }): Child {
  return start(life, program, how, [])
}

function start(life: Lifetime, file: string, { parameters = [], env, log }: How, channel: 'ipc'[]): Child {
  if (life.signal.aborted) throw new Refusal(`${file} was not started, because the end has begun.`)
  const output = log === undefined ? 'inherit' : openSync(log, 'w', 0o600)
  const child = spawn(file, parameters, { env, stdio: ['ignore', output, output, ...channel] })
  if (output !== 'inherit') closeSync(output)

  const exited = new Promise<number>((settle, refuse) => {
    child.once('error', refuse)
    child.once('exit', (code, signal) => settle(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  })
  // Whoever waits for it hears of a failure; nobody has to wait.
  exited.catch(() => {})
  const stop = () => stopChild(child, exited)
  life.onEnd(stop)
  const lastWords = () => (log === undefined ? '' : readFileSync(log, 'utf8').trim().split('\n').slice(-20).join('\n'))
  return { exited, stop, lastWords }
}

async function stopChild(child: ChildProcess, exited: Promise<number>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const timer = new AbortController()
  await Promise.race([exited, wait(patienceMs, null, { signal: timer.signal }).catch(() => {})])
  timer.abort()
  child.kill('SIGKILL')
  await exited
}
