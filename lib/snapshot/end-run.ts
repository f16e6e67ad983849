// The end of a run: its own row and its line of the audit log, both or neither, so that whoever is killed in between leaves no
// run without a line and no line without a run.
import type { Database } from '#lib/db/open-database.ts'
import type { AuditAction } from '#lib/domain/audit-action.ts'
import type { Coverage } from './close.ts'
import { type Attempt, afterLastWrite } from './memory/while-ours.ts'

type Ended = {
  run: Attempt
  at: Date
} & ({ status: 'complete' | 'partial'; coverage: Coverage } | { status: 'failed'; failure: string })

const action: AuditAction = 'snapshot-ended'

const longestFailure = 2000

const triggerActors: Record<string, string> = { schedule: 'the schedule', command: 'the command line' }

/** Throws `SnapshotInterrupted` when the snapshot is not the run's own any more: whoever has it ends it. */
export async function endRun(db: Database, { run, at, ...ended }: Ended): Promise<void> {
  const outcome =
    ended.status === 'failed'
      ? { status: ended.status, failure: ended.failure.slice(0, longestFailure) }
      : { status: ended.status, ...ended.coverage, heartbeatAt: at }
  const { snapshotId } = run
  await afterLastWrite(
    db,
    run,
  )(async (tx) => {
    const { capturedAt, trigger, requestedBy } = await tx.snapshot.update({
      where: { id: snapshotId },
      data: { ...outcome, phase: null, finishedAt: at },
      select: { capturedAt: true, trigger: true, requestedBy: true },
    })
    const detail = { status: ended.status, capturedAt: capturedAt.toISOString(), ...vaultsRead(ended) }
    const actor = requestedBy ?? triggerActors[trigger] ?? trigger
    await tx.auditEvent.create({ data: { at, actor, action, subject: `snapshot ${snapshotId}`, detail } })
  })
}

/** "412 of 430", as the page of snapshots has it. */
function vaultsRead(ended: { status: string; coverage?: Coverage }): { vaults?: string } {
  if (!ended.coverage) return {}
  const { vaultsRead, vaultsPartly, vaultsUnread } = ended.coverage
  return { vaults: `${vaultsRead} of ${vaultsRead + vaultsPartly + vaultsUnread}` }
}
