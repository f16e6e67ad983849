// The real command in a process of its own, which knows the stand-in only by its environment: how a scheduler runs it.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'

const programs = {
  command: fileURLToPath(new URL('../main.ts', import.meta.url)),
  person: fileURLToPath(new URL('./ask-in-person.ts', import.meta.url)),
}

export const summarySchema = z.object({
  status: z.string(),
  resumed: z.boolean(),
  vaultsRead: z.number(),
  vaultsPartly: z.number(),
  vaultsUnread: z.number(),
  vaultsDone: z.number(),
  vaultsTotal: z.number(),
  vaultsGone: z.number(),
  objects: z.number(),
  requests: z.number(),
  retries: z.number(),
  rowsWritten: z.number(),
  problems: z.array(z.string()),
})

export type JobOptions = {
  standIn: StandIn
  databaseUrl: string
  at: Date
  environment?: Record<string, string>
  /** Who asks: the scheduler's command, or a person. */
  by?: keyof typeof programs
}

export type JobResult = { exitCode: number | null; out: string; err: string }

/** Starts the job; `finished` resolves when it ended, however it ended. */
export function startTheJob({ standIn, databaseUrl, at, environment = {}, by = 'command' }: JobOptions): {
  process: ChildProcess
  finished: Promise<JobResult>
} {
  const child = spawn(process.execPath, [programs[by], '--json', '--at', at.toISOString()], {
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      TZ: 'Asia/Kathmandu',
      ...standIn.environment,
      DATABASE_URL: databaseUrl,
      ...environment,
    },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const finished = new Promise<JobResult>((resolve) => {
    child.once('close', (exitCode) => resolve({ exitCode, out, err }))
  })
  return { process: child, finished }
}

/** Runs the job to its end and reads its summary. */
export async function runTheJob(options: JobOptions): Promise<JobResult & { summary: z.infer<typeof summarySchema> }> {
  const result = await startTheJob(options).finished
  if (result.out === '') throw new Error(`the job said nothing but: ${result.err}`)
  return { ...result, summary: summarySchema.parse(JSON.parse(result.out)) }
}
