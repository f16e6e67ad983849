// Begins a snapshot, or finds the one that a killed run left behind and goes on with it.
import type { Database } from '#lib/db/open-database.ts'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { resumeWithinMs, type SnapshotTrigger, snapshotTriggers } from '#lib/domain/snapshot.ts'
import { endRun } from './end-run.ts'
import { notOurs } from './memory/while-ours.ts'
import type { Counted } from './progress.ts'
import { takeOver } from './take-over.ts'

export class SnapshotOutOfOrder extends Error {}

export type Begun = {
  snapshotId: number
  /** How often it was begun or gone on with: only the latest may write. */
  attempt: number
  capturedAt: Date
  /** Of the last snapshot before that saw the estate; null when there is none. */
  previousCapturedAt: Date | null
  trigger: SnapshotTrigger
  resumed: boolean
  policy: Policy
  counted: Counted
}

/** Must be called under the lock: a `running` row that is found here belongs to a run that no longer lives. */
export async function beginSnapshot(
  db: Database,
  {
    capturedAt,
    trigger,
    requestedBy,
    now,
  }: { capturedAt: Date; trigger: SnapshotTrigger; requestedBy: string | null; now: Date },
): Promise<Begun> {
  const { id: policyVersionId, policy } = await currentPolicy(db, now)
  const found = await db.snapshot.findFirst({ where: { status: 'running' } })
  const left = found ? await takeOver(db, found, now) : null
  if (left && now.getTime() - left.startedAt.getTime() < resumeWithinMs) {
    const { id, attempt, requests, retries, throttled, rowsWritten } = left
    return {
      snapshotId: id,
      attempt,
      capturedAt: left.capturedAt,
      previousCapturedAt: await previousCapturedAt(db, left.capturedAt),
      // Whoever goes on with it, it is still the snapshot that was asked for then.
      trigger: snapshotTriggers.find((known) => known === left.trigger) ?? trigger,
      resumed: true,
      policy,
      counted: { requests, retries, throttled, rowsWritten },
    }
  }
  if (left) {
    const run = { snapshotId: left.id, attempt: left.attempt }
    await endRun(db, { run, at: now, status: 'failed', failure: 'the run was interrupted and never resumed' })
  }
  const latest = await db.snapshot.findFirst({ orderBy: { capturedAt: 'desc' }, select: { capturedAt: true } })
  if (latest && latest.capturedAt >= capturedAt) {
    throw new SnapshotOutOfOrder(
      `the snapshot of ${latest.capturedAt.toISOString()} exists already; history is only added to, so ${capturedAt.toISOString()} comes too late`,
    )
  }
  const status = 'running'
  const { id, attempt } = await db.snapshot
    .create({
      data: {
        capturedAt,
        startedAt: now,
        heartbeatAt: now,
        status,
        trigger,
        requestedBy,
        phase: 'planning',
        policyVersionId,
      },
    })
    .catch((error: unknown) => {
      throw isTaken(error) ? notOurs() : error
    })
  const counted = { requests: 0, retries: 0, throttled: 0, rowsWritten: 0 }
  const previous = await previousCapturedAt(db, capturedAt)
  return { snapshotId: id, attempt, capturedAt, previousCapturedAt: previous, trigger, resumed: false, policy, counted }
}

/** There is one running snapshot at most, so of two runs that both believe they hold the lock one begins. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'

async function previousCapturedAt(db: Database, capturedAt: Date): Promise<Date | null> {
  const previous = await db.snapshot.findFirst({
    where: { capturedAt: { lt: capturedAt }, status: { in: ['complete', 'partial'] } },
    orderBy: { capturedAt: 'desc' },
    select: { capturedAt: true },
  })
  return previous?.capturedAt ?? null
}

/** The thresholds in force; the first run of all writes the defaults down, so that every snapshot names its policy. */
async function currentPolicy(db: Database, now: Date): Promise<{ id: number; policy: Policy }> {
  const latest =
    (await db.policyVersion.findFirst({ orderBy: { id: 'desc' } })) ??
    (await db.policyVersion.create({ data: { createdAt: now, createdBy: 'Kempt', policy: defaultPolicy } }))
  return { id: latest.id, policy: policySchema.parse(latest.policy) }
}
