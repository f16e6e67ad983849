// A process with the job in it, ready before it is needed. It knows the stand-in only by its environment.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { type JobOrder, jobReply } from './job-order.ts'

const program = fileURLToPath(new URL('./standing-job.ts', import.meta.url))

/** Whatever the process says when it had nothing to say: not one line may come from a run that only met trouble. */
export type KeptJob = {
  /** One snapshot from beginning to end, however it ends; rejects when the process does. `deadlineMs` is for each try. */
  takes(
    databaseUrl: string,
    at: Date,
    more?: Pick<JobOrder, 'deadlineMs' | 'lockUrl'>,
  ): Promise<z.infer<typeof jobReply>>
  /** Ends the process at once, as a lost machine does, and waits until it is gone. */
  kill(): Promise<void>
  /** What it wrote to its output and its errors. */
  said(): string
}

/** Starts the process and waits until it is ready. Whoever keeps it kills it. */
export async function keepAJob({ environment }: Pick<StandIn, 'environment'>): Promise<KeptJob> {
  const { NODE_ENV, PATH } = process.env
  const child = fork(program, {
    env: { NODE_ENV, PATH, TZ: 'Asia/Kathmandu', ...environment },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const nextWord = () =>
    new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve)
      gone.then(() => reject(new Error(`the process ended: ${said}`)))
    })
  await nextWord()
  return {
    async takes(databaseUrl, at, more = {}) {
      const word = nextWord()
      const order: JobOrder = { databaseUrl, at: at.toISOString(), ...more }
      child.send(order)
      return jobReply.parse(await word)
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    said: () => said,
  }
}
