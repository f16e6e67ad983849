// The queue of snapshots, in the same database as everything else: one at a time, whoever asks, on whichever machine.
import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { SnapshotTrigger } from '#lib/domain/snapshot.ts'

const queue = 'snapshot'

const jobSchema = z.object({ trigger: z.enum(['schedule', 'person']), requestedBy: z.string().nullable() })

export type SnapshotJob = { trigger: Exclude<SnapshotTrigger, 'command'>; requestedBy: string | null }

export type SnapshotQueue = {
  /** Takes a place in the queue; false when a snapshot is waiting or running already. */
  request(job: SnapshotJob): Promise<boolean>
  /** Whether a snapshot was asked for that no worker has taken up yet. */
  isWaiting(): Promise<boolean>
  /** Sets the one schedule, or removes it. An hour missed while nothing ran is made up for once. */
  schedule(cron: string | null, timeZone: string): Promise<void>
  /** Takes snapshots from now on, one after the other. */
  work(take: (job: SnapshotJob) => Promise<void>): Promise<void>
  /** Ends within the time given; a snapshot that is cut off goes back into the queue and is resumed from there. */
  stop(withinMs: number): Promise<void>
}

/** Connects and makes the tables it needs. Whoever opens it stops it. */
export async function openSnapshotQueue(databaseUrl: string): Promise<SnapshotQueue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: 3,
    application_name: 'kempt-schedule',
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
  return {
    async request(job) {
      return (await boss.send(queue, job)) !== null
    },
    async isWaiting() {
      const jobs = await boss.findJobs(queue, { queued: true, limit: 1 })
      return jobs.length > 0
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
    stop: (withinMs) => boss.stop({ graceful: true, timeout: withinMs }),
  }
}
