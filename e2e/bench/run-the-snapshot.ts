import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { StandIn } from '../azure/open-stand-in.ts'

const program = fileURLToPath(new URL('../../lib/snapshot/main.ts', import.meta.url))
const summarySchema = z.object({ objects: z.number(), rowsWritten: z.number(), requests: z.number() })

/** Runs the job as a scheduler does. An estate in which something cannot be read is a snapshot as well. */
export async function runTheSnapshot({ environment }: StandIn, databaseUrl: string, at: Date) {
  const start = performance.now()
  const child = spawn(process.execPath, [program, '--json', '--at', at.toISOString()], {
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (code !== 0 && code !== 3) throw new Error(`the snapshot ended with ${code}: ${complaint}`)
  return { ...summarySchema.parse(JSON.parse(out)), seconds: (performance.now() - start) / 1000 }
}
