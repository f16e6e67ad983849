// Makes the demo's history by running the snapshot job for each missing instant, with the stand-in's clock set to it. A process
// of its own, because Node reads the stand-in's certificate authority only when it starts.
import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { readJobSettings } from '#lib/settings.ts'
import { SnapshotOutOfOrder } from '#lib/snapshot/begin.ts'
import { runSnapshotWithSettings } from '#lib/snapshot/run-with-settings.ts'
import { createProgress } from '../processes/progress.ts'
import { Refusal } from '../processes/refusal.ts'
import { runToTheEnd } from '../processes/run-to-the-end.ts'
import { setAzureClock } from './azure-clock.ts'
import { demoInstants } from './demo-instants.ts'

await runToTheEnd(async (life) => {
  const { values } = parseArgs({ options: { days: { type: 'string' }, azure: { type: 'string' } } })
  const { days, azure: origin } = values
  const { databaseUrl, ...settings } = readJobSettings(process.env)
  if (!days || !origin || !databaseUrl)
    throw new Refusal('Usage: history.ts --days N --azure ORIGIN, with DATABASE_URL')

  const db = openDatabase(databaseUrl)
  life.onEnd(() => db.$disconnect())

  const take = async (capturedAt: Date) => {
    await setAzureClock(origin, capturedAt)
    // With connections of its own, as every run has: one for all days would keep the calls of weeks below what Azure takes in seconds.
    const summary = await runSnapshotWithSettings(
      { ...settings, databaseUrl },
      { capturedAt, trigger: 'schedule', requestedBy: null, clock: () => new Date() },
    )
    if (summary.status === 'failed') throw new Refusal(`The snapshot for ${capturedAt.toISOString()} failed.`)
  }
  const instants = await findMissing(db, Number(days))
  const title = instants.length === 1 ? 'Taking one snapshot' : `Taking ${instants.length} snapshots`
  if (instants.length > 0) await createProgress().during(title, (say) => takeAll(instants, take, say))
  return 0
})

/** An interrupted snapshot comes first: it is gone on with, or given up if it is old. */
async function findMissing(db: Database, days: number): Promise<Date[]> {
  const left = await db.snapshot.findFirst({ where: { status: 'running' }, select: { capturedAt: true } })
  const latest = await db.snapshot.findFirst({ orderBy: { capturedAt: 'desc' }, select: { capturedAt: true } })
  const missing = demoInstants({ now: new Date(), days, latest: latest?.capturedAt ?? null })
  return left ? [left.capturedAt, ...missing] : missing
}

async function takeAll(instants: Date[], take: (instant: Date) => Promise<void>, say: (detail: string) => void) {
  const durationsMs: number[] = []
  for (const [index, instant] of instants.entries()) {
    const day = `day ${index + 1} of ${instants.length} (${instant.toISOString().slice(0, 10)})`
    say(`${day}${describeRest(durationsMs, instants.length - index)}`)
    const startedAt = performance.now()
    try {
      await take(instant)
    } catch (error) {
      if (!(error instanceof SnapshotOutOfOrder)) throw error
    }
    durationsMs.push(performance.now() - startedAt)
  }
}

/** Judged by the latest few: the first snapshot reads everything, the others little more than what has changed. */
function describeRest(durationsMs: number[], snapshots: number): string {
  const latest = durationsMs.slice(1).slice(-10)
  if (latest.length === 0) return ''
  const meanMs = latest.reduce((sum, duration) => sum + duration, 0) / latest.length
  return `, about ${Math.ceil((meanMs * snapshots) / 1000)} s left`
}
