// `npm start` as its own process tree, over a database and an Azure that are there already.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const endWithParent = new URL('../../processes/end-with-parent.ts', import.meta.url).href
const root = fileURLToPath(new URL('../../..', import.meta.url))

export type RunningKempt = {
  origin: string
  /** As whoever runs it asks it to end. Returns its exit code. */
  asksToEnd(): Promise<number | null>
  /** At once and all of it, as a machine that is lost. Returns when none of it holds its output any more. */
  isKilled(): Promise<void>
  /** Returns once nobody is let in any more. */
  isShut(): Promise<void>
  /** Whether a process of it is left. */
  isAlive(): boolean
  /** All it wrote. */
  said(): string
}

/** Starts it, and returns once it says that it is ready. Whoever starts it ends it. */
export async function startKempt(env: NodeJS.ProcessEnv & { PORT: string }): Promise<RunningKempt> {
  const child = spawn(process.execPath, ['--import', endWithParent, 'deploy/start.ts'], {
    cwd: root,
    // As boot.cjs starts it: it does not outlive whoever started it.
    env: { ...env, KEMPT_ENDS_WITH_PARENT: '1' },
    // A group of its own: what is killed outright is killed whole.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = once(child, 'close')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const running: RunningKempt = {
    origin: `http://127.0.0.1:${env.PORT}`,
    async asksToEnd() {
      child.kill('SIGTERM')
      const [code] = await ended
      return code
    },
    async isKilled() {
      if (isAlive(child)) process.kill(-Number(child.pid), 'SIGKILL')
      await ended
    },
    async isShut() {
      while (await isLetIn(Number(env.PORT))) await wait(10)
    },
    isAlive: () => isAlive(child),
    said: () => said,
  }
  while (!said.includes('Kempt is ready')) {
    if (child.exitCode !== null) throw new Error(`Kempt ended with ${child.exitCode}: ${said}`)
    await wait(20)
  }
  return running
}

/** The whole group, and not only the one that was started. */
function isAlive({ pid }: ChildProcess): boolean {
  try {
    return process.kill(-Number(pid), 0)
  } catch {
    return false
  }
}

const isLetIn = (port: number) =>
  new Promise<boolean>((settle) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => settle(true)).once('error', () => settle(false))
    socket.once('connect', () => socket.destroy())
  })
