// One snapshot: plan, observe, judge, remember, close. One bad vault never stops the others; two runs never overlap.
import pLimit from 'p-limit'
import type { Azure } from '#lib/azure/azure.ts'
import type { Database } from '#lib/db/open-database.ts'
import type { UnreadReason } from '#lib/domain/observed.ts'
import type { SnapshotStatus, SnapshotTrigger } from '#lib/domain/snapshot.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { type Begun, beginSnapshot } from './begin.ts'
import { type Coverage, closeGoneVaults, countCoverage, statusOf } from './close.ts'
import { endRun } from './end-run.ts'
import { type Interruption, SnapshotInterrupted, watchForInterruption } from './interruption.ts'
import { planSnapshot } from './plan.ts'
import { pruneAccess } from './prune-access.ts'
import { takeRunLock } from './run-lock.ts'
import { type Progress, type Reporter, reportProgress } from './progress.ts'
import { rememberCatalogue } from './memory/remember-plan.ts'
import { rememberUnreadableVault } from './memory/remember-unreadable-vault.ts'
import { whileOurs } from './memory/while-ours.ts'
import { takeDeletedVaults } from './take-deleted-vaults.ts'
import { takeVault } from './take-vault.ts'

export class AlreadyRunning extends Error {
  constructor() {
    super('another snapshot is running; this one was not begun')
  }
}

export type SnapshotRequest = {
  db: Database
  /** The lock needs a connection of its own. */
  databaseUrl: string
  azure: Azure
  /** The instant the snapshot stands for. */
  capturedAt: Date
  trigger: SnapshotTrigger
  /** Who asked, for the record; null for the schedule and the command line. */
  requestedBy: string | null
  ownerTagNames: readonly string[]
  /** For how long it is remembered who read what, in days. */
  accessRetentionDays: number
  /** How many vaults are read side by side. */
  concurrency: number
  /** Real time, for durations and heartbeats. */
  clock: () => Date
  onProgress?: (progress: Progress) => void
}

export type SnapshotSummary = Coverage &
  Omit<Progress, 'phase'> & {
    snapshotId: number
    capturedAt: Date
    resumed: boolean
    status: SnapshotStatus
    durationMs: number
    vaultsGone: number
    /** What could not be read beyond single vaults, and vaults that could not be remembered. */
    problems: string[]
  }

/**
 * Takes one snapshot. Throws `AlreadyRunning`, `SnapshotOutOfOrder`, `SnapshotInterrupted` (which the next start goes on with), or what made the whole run impossible (then the
 * snapshot is `failed` with that reason); everything smaller is in the summary and in the coverage ledger.
 */
export async function runSnapshot(request: SnapshotRequest): Promise<SnapshotSummary> {
  const lock = await takeRunLock(request.databaseUrl)
  if (!lock) throw new AlreadyRunning()
  try {
    return await runUnderLock(request, watchForInterruption(lock.lost))
  } finally {
    await lock.release()
  }
}

async function runUnderLock(request: SnapshotRequest, interruption: Interruption): Promise<SnapshotSummary> {
  const { db, clock } = request
  const startedAt = clock()
  const begun = await beginSnapshot(db, { ...request, now: startedAt }).catch((error: unknown) => {
    throw interruption.met(error)
  })
  const onProgress = request.onProgress ?? (() => {})
  const reporter = reportProgress({ db, azure: request.azure, run: begun, clock, before: begun.counted, onProgress })
  try {
    return await takeSnapshot(request, begun, reporter, interruption, startedAt)
  } catch (thrown) {
    await reporter.stop()
    const error = interruption.met(thrown)
    // Left as running, it is gone on with, as after a killed process.
    if (error instanceof SnapshotInterrupted) throw error
    const failure = error instanceof Error ? error.message : String(error)
    await endRun(db, { run: begun, at: clock(), status: 'failed', failure })
    throw error
  } finally {
    await reporter.stop()
  }
}

async function takeSnapshot(
  { db, azure, ownerTagNames, accessRetentionDays, concurrency, clock }: SnapshotRequest,
  begun: Begun,
  reporter: Reporter,
  interruption: Interruption,
  startedAt: Date,
): Promise<SnapshotSummary> {
  const { snapshotId, capturedAt, previousCapturedAt, resumed, policy, counted } = begun
  const occasion = { capturedAt, previousCapturedAt, byPerson: begun.trigger === 'person' }
  const remember = whileOurs(db, begun)
  reporter.note({ phase: 'listing vaults' })
  const { waiting, unreadable, unseen, vaultsTotal, vaultIds, shares, problems, ...plan } = await planSnapshot(
    db,
    remember,
    azure,
    begun,
  )
  await rememberCatalogue(remember, catalogue, capturedAt)

  let vaultsDone = vaultsTotal - waiting.length - unreadable.length - unseen.length
  let rowsWritten = counted.rowsWritten
  reporter.note({ phase: 'reading vaults', vaultsTotal, vaultsDone })

  const take = async (vault: { resourceId: string; name: string }, work: (vaultId: number) => Promise<number>) => {
    interruption.check()
    const vaultId = vaultIds.get(vault.resourceId)
    if (vaultId === undefined) throw new Error(`vault ${vault.name} was listed but has no identity`)
    const written = await work(vaultId).catch((error: unknown) => {
      throw interruption.met(error)
    })
    // Added after the await: `+=` across it would forget what other vaults added meanwhile.
    rowsWritten += written
    reporter.note({ vaultsDone: ++vaultsDone, rowsWritten })
  }
  const takeUnseen =
    ({ reason }: { reason: UnreadReason }) =>
    (vaultId: number) =>
      rememberUnreadableVault(remember, { vaultId, snapshotId, at: capturedAt, reason })
  const takeUnreadable = (vault: { name: string; reason: UnreadReason }) => (vaultId: number) => {
    problems.push(`vault ${vault.name}: ${vault.reason.detail}`)
    return takeUnseen(vault)(vaultId)
  }
  const common = { db, remember, azure, snapshotId, occasion, policy, ownerTagNames, shares }
  const atOnce = pLimit(concurrency)
  const taken = await Promise.allSettled([
    ...waiting.map((vault) =>
      atOnce(take, vault, (vaultId) =>
        takeVault({ ...common, vault, vaultId }).catch((thrown: unknown) => {
          const error = interruption.met(thrown)
          if (error instanceof SnapshotInterrupted) throw error
          // Whatever else went wrong with one vault, it is unknown now and the others go on.
          const detail = `${vault.name} could not be taken: ${error instanceof Error ? error.message : String(error)}`
          return takeUnreadable({
            name: vault.name,
            reason: { code: 'malformed-answer', detail: detail.slice(0, 500) },
          })(vaultId)
        }),
      ),
    ),
    ...unreadable.map((vault) => atOnce(take, vault, takeUnreadable(vault))),
    ...unseen.map((vault) => atOnce(take, vault, takeUnseen(vault))),
  ])
  const failed = taken.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason

  interruption.check()
  reporter.note({ phase: 'closing' })
  const vaultsGone = await closeGoneVaults(remember, plan.standingIds, capturedAt)
  const deleted = await takeDeletedVaults({ remember, azure, at: capturedAt, ownerTagNames, ...plan })
  rowsWritten += deleted.written
  await pruneAccess(remember, { at: capturedAt, retentionDays: accessRetentionDays })
  reporter.note({ rowsWritten })
  const coverage = await countCoverage(db)
  problems.push(...deleted.problems, ...plan.accessLogs.failures())
  const { phase: _closing, ...figures } = await reporter.flush()
  await reporter.stop()
  interruption.check()
  const finishedAt = clock()
  const status = statusOf(coverage, problems)
  await endRun(db, { run: begun, at: finishedAt, status, coverage })
  const durationMs = finishedAt.getTime() - startedAt.getTime()
  return { snapshotId, capturedAt, resumed, status, durationMs, vaultsGone, problems, ...figures, ...coverage }
}
