// Begins a snapshot, or finds the one that a killed run left behind and goes on with it.
import type { Database } from '#lib/db/open-database.ts'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { resumeWithinMs, type SnapshotTrigger, snapshotTriggers } from '#lib/domain/snapshot.ts'
import { endRun } from './end-run.ts'
import type { Counted } from './progress.ts'

export class SnapshotOutOfOrder extends Error {}

export type Begun = {
  snapshotId: number
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
  const left = await db.snapshot.findFirst({ where: { status: 'running' }, orderBy: { id: 'desc' } })
  if (left && now.getTime() - left.startedAt.getTime() < resumeWithinMs) {
    await db.snapshot.update({
      where: { id: left.id },
      data: { heartbeatAt: now, phase: 'going on after an interruption' },
    })
    const { id, requests, retries, throttled, rowsWritten } = left
    return {
      snapshotId: id,
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
    const failure = 'the run was interrupted and never resumed'
    await endRun(db, { snapshotId: left.id, at: now, status: 'failed', failure })
  }
  const latest = await db.snapshot.findFirst({ orderBy: { capturedAt: 'desc' }, select: { capturedAt: true } })
  if (latest && latest.capturedAt >= capturedAt) {
    throw new SnapshotOutOfOrder(
      `the snapshot of ${latest.capturedAt.toISOString()} exists already; history is only added to, so ${capturedAt.toISOString()} comes too late`,
    )
  }
  const { id } = await db.snapshot.create({
    data: {
      capturedAt,
      startedAt: now,
      heartbeatAt: now,
      status: 'running',
      trigger,
      requestedBy,
      phase: 'planning',
      policyVersionId,
    },
  })
  const counted = { requests: 0, retries: 0, throttled: 0, rowsWritten: 0 }
  const previous = await previousCapturedAt(db, capturedAt)
  return { snapshotId: id, capturedAt, previousCapturedAt: previous, trigger, resumed: false, policy, counted }
}

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
