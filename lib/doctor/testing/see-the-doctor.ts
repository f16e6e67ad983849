// The real command in a process of its own, which knows the stand-in only by its environment.
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { areas } from '../check.ts'

const program = fileURLToPath(new URL('../main.ts', import.meta.url))

const answerSchema = z.object({
  principalId: z.string().nullable(),
  checks: z.array(
    z.object({
      area: z.enum(areas),
      subject: z.string(),
      standing: z.enum(['good', 'unsure', 'lacking', 'broken']),
      says: z.string(),
      grants: z.array(z.object({ command: z.string().nullable(), why: z.string() })),
    }),
  ),
  script: z.string().nullable(),
})

/** What the doctor says as JSON, and how it ended. */
export async function seeTheDoctor(standIn: StandIn, environment: Record<string, string>) {
  const child = spawn(process.execPath, [program, '--json'], {
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      TZ: 'Asia/Kathmandu',
      ...standIn.environment,
      KEMPT_SESSION_SECRET: 'a-session-secret-of-forty-characters-abc',
      ...environment,
    },
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (out === '') throw new Error(`the doctor said nothing but: ${err}`)
  return { out, err, exitCode, answer: answerSchema.parse(JSON.parse(out)) }
}
