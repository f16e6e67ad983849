// How far is the snapshot that runs now, in the words and numbers that a person waits for? Pure; page and poll share it.
import { resumeWithinMs } from '#lib/domain/snapshot.ts'
import type { LatestRun } from '#lib/queries/get-snapshot-progress.ts'

/** As sent to the browser: instants are ISO text. */
export type ProgressReport =
  | { state: 'idle' }
  /** Asked for, but not begun: the worker looks once a second, lets a minute pass after a failure, and opens its connections. */
  | { state: 'waiting' }
  | {
      state: 'running' | 'interrupted'
      startedAt: string
      /** Whether the next run goes on with it, were it interrupted now. */
      resumable: boolean
      /** What it is doing, or what it waits for. */
      doing: string
      vaults: { done: number; total: number } | null
      requests: number | null
      throttled: number | null
      /** Null until there is enough to go by. */
      pace: { vaultsPerMinute: number; secondsLeft: number } | null
    }

// A vault with thousands of objects behind a slow line may take minutes; nothing alive is silent for longer.
const silentForMs = 5 * 60_000

/** Whether a running snapshot has given no sign of life for so long that its process must have been killed. */
export const isSilent = ({ heartbeatAt }: { heartbeatAt: Date }, now: Date) =>
  now.getTime() - heartbeatAt.getTime() > silentForMs

const doingWords: Record<string, string> = {
  planning: 'Preparing',
  'listing vaults': 'Listing the vaults of the organization',
  'reading vaults': 'Reading vaults',
  closing: 'Finishing: what is gone, and the summary',
}

/** `asked`: the request that is not over, if there is one; `takenUpAt` null while it lies in the queue. */
export function reportProgress(
  { progress, endedAt }: LatestRun,
  asked: { takenUpAt: Date | null } | null,
  now: Date,
): ProgressReport {
  if (!progress) return { state: asked && !isOver(asked, endedAt) ? 'waiting' : 'idle' }
  const { estate, phase, startedAt } = progress
  const silent = isSilent(progress, now)
  // A worker that takes up an interrupted run gives signs of life again at once.
  if (silent && asked?.takenUpAt === null) return { state: 'waiting' }
  return {
    state: silent ? 'interrupted' : 'running',
    startedAt: startedAt.toISOString(),
    resumable: now.getTime() - startedAt.getTime() < resumeWithinMs,
    doing: doingWords[phase] ?? phase.charAt(0).toUpperCase() + phase.slice(1),
    vaults: estate && { done: estate.vaultsDone, total: estate.vaultsTotal },
    requests: estate?.requests ?? null,
    throttled: estate?.throttled ?? null,
    pace: estate && !silent ? paceOf(estate, { from: startedAt, now }) : null,
  }
}

/**
 * A worker has a request a moment before its run begins and a moment after it has ended: whoever looked then must not hear
 * that nothing runs, and stop looking, nor that something is still to begin.
 */
const isOver = ({ takenUpAt }: { takenUpAt: Date | null }, endedAt: Date | null) =>
  takenUpAt !== null && endedAt !== null && endedAt >= takenUpAt

/** A mean over the whole run is steady enough to wait by; the last ten seconds would jump with every large vault. */
function paceOf(
  { vaultsDone, vaultsTotal }: { vaultsDone: number; vaultsTotal: number },
  { from, now }: { from: Date; now: Date },
) {
  const seconds = (now.getTime() - from.getTime()) / 1000
  if (seconds < 2 || vaultsDone === 0 || vaultsTotal === 0) return null
  return {
    vaultsPerMinute: Math.round((vaultsDone / seconds) * 60),
    secondsLeft: Math.round(((vaultsTotal - vaultsDone) * seconds) / vaultsDone),
  }
}

/** "about 3 minutes left". */
export function timeLeftText(secondsLeft: number): string {
  if (secondsLeft < 10) return 'a few seconds left'
  if (secondsLeft < 90) return `about ${Math.round(secondsLeft / 10) * 10} seconds left`
  return `about ${Math.round(secondsLeft / 60)} minutes left`
}

/** "42 s", "3 min 12 s", "2 h 5 min". */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
}
