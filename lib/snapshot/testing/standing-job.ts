// A program: the job, told by its parent when to take which snapshot, so that a hundred of them do not start a hundred times.
// It waits as often as the real one before it asks Azure again, only shorter.
import { connectAzure } from '#lib/azure/azure.ts'
import { openDatabase } from '#lib/db/open-database.ts'
import { readJobSettings } from '#lib/settings.ts'
import { runSnapshot } from '../run.ts'
import { type JobOrder, type JobReply, jobOrder } from './job-order.ts'

process.on('message', async (message) => {
  const order = jobOrder.parse(message)
  const reply = await take(order).catch((error: unknown): JobReply => {
    const { name, message: said } = error instanceof Error ? error : new Error(String(error))
    return { failure: { name, message: said } }
  })
  process.send?.(reply)
})
// Whoever waits for the first word knows that everything is loaded, also what is otherwise loaded at the first sign-in.
await import('@azure/identity')
process.send?.({ ready: true })

async function take({ databaseUrl, lockUrl = databaseUrl, at, deadlineMs }: JobOrder): Promise<JobReply> {
  const capturedAt = new Date(at)
  const settings = readJobSettings({ ...process.env, DATABASE_URL: databaseUrl })
  const db = openDatabase(databaseUrl)
  // The same number of tries, sooner.
  const retry = { baseMs: 20, ...(deadlineMs ? { deadlineMs } : {}) }
  const azure = connectAzure({ ...settings, proxyEnvironment: process.env, retry })
  try {
    const clock = () => new Date()
    const request = { ...settings, db, databaseUrl: lockUrl, azure, capturedAt, clock }
    return { summary: await runSnapshot({ ...request, trigger: 'command', requestedBy: null }) }
  } finally {
    azure.close()
    await db.$disconnect()
  }
}
