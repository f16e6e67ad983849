// The queue of snapshots, in the same database as everything else: one at a time, whoever asks, on whichever machine.
import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import { keepAlive, patienceMs } from '#lib/db/keep-alive.ts'
import type { SnapshotTrigger } from '#lib/domain/snapshot.ts'

const queue = 'snapshot'

const jobSchema = z.object({ trigger: z.enum(['schedule', 'person']), requestedBy: z.string().nullable() })

export type SnapshotJob = { trigger: Exclude<SnapshotTrigger, 'command'>; requestedBy: string | null }

/** Somebody asked for a snapshot, and that is not over. */
export type Asked = {
  /** Since when a worker has it, by the clock of the database; null while none does. */
  takenUpAt: Date | null
}

export type SnapshotQueue = {
  /** Takes a place in the queue; false when a snapshot is waiting or running already. */
  request(job: SnapshotJob): Promise<boolean>
  /** What was asked for and is not over: there is one at most. */
  asked(): Promise<Asked | null>
  /** Sets the one schedule, or removes it. An hour missed while nothing ran is made up for once. */
  schedule(cron: string | null, timeZone: string): Promise<void>
  /** Takes snapshots from now on, one after the other. */
  work(take: (job: SnapshotJob) => Promise<void>): Promise<void>
  /** Makes due what a worker had taken up that is gone, or handed back. To be asked only while no run lives anywhere. */
  takeUpWhatWasLeft(): Promise<void>
  /** Ends within the time given; a snapshot that is cut off goes back into the queue and is resumed from there. */
  stop(withinMs: number): Promise<void>
}

/** pg-boss hands these on to `pg`, and has no types for them. */
const asEveryConnection = { ...keepAlive, query_timeout: patienceMs }

/** A run that is cut off ends with its process, a moment after it was handed back; until then it would turn another one away. */
const lastBreathSeconds = 5

/** Connects and makes the tables it needs. Whoever opens it stops it. */
export async function openSnapshotQueue(databaseUrl: string): Promise<SnapshotQueue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: 3,
    application_name: 'kempt-schedule',
    ...asEveryConnection,
  })
  boss.on('error', (error) => console.error('The snapshot schedule:', error.message))
  await boss.start()
  await boss.createQueue(queue, { policy: 'exclusive' })
  // A queue that an older Kempt made keeps its options unless they are set again.
  await boss.updateQueue(queue, {
    retryLimit: 2,
    retryDelay: 60,
    retryBackoff: true,
    // A worker that was killed is noticed by its silence, and the next one goes on with its snapshot.
    heartbeatSeconds: 60,
    expireInSeconds: 12 * 3600,
  })
  let stopping: Promise<void> | null = null
  return {
    async request(job) {
      return (await boss.send(queue, job)) !== null
    },
    async asked() {
      const [job] = await jobsOf(boss, ['created', 'retry', 'active'])
      return job ? { takenUpAt: job.state === 'active' ? job.started_on : null } : null
    },
    async schedule(cron, timeZone) {
      if (cron === null) return boss.unschedule(queue)
      const job: SnapshotJob = { trigger: 'schedule', requestedBy: null }
      await boss.schedule(queue, cron, job, { tz: timeZone, missed: 'once' })
    },
    async work(take) {
      await boss.work(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const { data } of jobs) await take(jobSchema.parse(data))
      })
    },
    async takeUpWhatWasLeft() {
      // Its silence would tell as much, after a minute; so would the next look at the queue, after another.
      for (const { id } of await jobsOf(boss, ['active'])) await boss.fail(queue, id, { message: 'its worker is gone' })
      await makeDue(boss, 0)
    },
    stop(withinMs) {
      stopping ??= stop(boss, withinMs)
      return stopping
    },
  }
}

async function stop(boss: PgBoss, withinMs: number): Promise<void> {
  await boss.stop({ graceful: true, timeout: withinMs, close: false })
  await makeDue(boss, lastBreathSeconds)
  await boss.stop()
}

/** What waits to be tried again waits no longer: a minute is for what failed, and this did not. It is tried as often as ever. */
async function makeDue(boss: PgBoss, inSeconds: number): Promise<void> {
  for (const { id } of await jobsOf(boss, ['retry'])) await boss.update(queue, undefined, { id, startAfter: inSeconds })
}

const queuedJob = z.object({ id: z.string(), state: z.string(), started_on: z.date().nullable() })

/** pg-boss itself tells them only among all that ever were. */
async function jobsOf(boss: PgBoss, states: ('created' | 'active' | 'retry')[]): Promise<z.infer<typeof queuedJob>[]> {
  const asked =
    'select id, state::text, started_on from pgboss.job where name = $1 and state = any($2::pgboss.job_state[])'
  const { rows } = await boss.getDb().executeSql(asked, [queue, states])
  return z.array(queuedJob).parse(rows)
}
