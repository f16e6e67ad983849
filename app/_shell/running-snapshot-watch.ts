// What a page says of a snapshot that runs while somebody reads it. Pure, so that every order of readings is tried. The page
// itself never moves: new figures are offered, not put under the reader.
import type { ProgressReading, ProgressTrouble } from '#app/snapshots/ask-progress.ts'
import { timeLeftText } from '#app/snapshots/progress-report.ts'
import { count } from '#lib/format/number.ts'

export type SnapshotWatch = {
  /** The snapshot that the figures on the page come from; null when there was none. */
  shownId: number | null
  reading: ProgressReading
  trouble: ProgressTrouble | null
  /** One that was seen running ended, and left no figures. */
  endedInVain: boolean
}

export type SnapshotLine = {
  /** Announced when it changes, which is seldom. */
  said: string
  /** Changes with every reading, and is not announced. */
  figures: string
  /** What is offered beside it. */
  offer: 'new-figures' | 'why' | null
}

export const watchFrom = (reading: ProgressReading): SnapshotWatch => ({
  shownId: reading.latestSnapshotId,
  reading,
  trouble: null,
  endedInVain: false,
})

export function watchAfter(watch: SnapshotWatch, answer: ProgressReading | ProgressTrouble): SnapshotWatch {
  if (typeof answer === 'string') return { ...watch, trouble: answer }
  const inVain =
    isBusy(watch.reading) && answer.state === 'idle' && answer.latestSnapshotId === watch.reading.latestSnapshotId
  return {
    ...watch,
    reading: answer,
    trouble: null,
    endedInVain: inVain || (watch.endedInVain && answer.state === 'idle'),
  }
}

const isBusy = ({ state }: ProgressReading) => state === 'running' || state === 'waiting'

/** After how many ms to ask again; null when nobody is signed in any more. */
export function askAgainMs({ reading, trouble }: SnapshotWatch): number | null {
  if (trouble === 'signed-out') return null
  return isBusy(reading) ? 2500 : 60_000
}

/** Null when there is nothing to say. */
export function lineOf({ shownId, reading, trouble, endedInVain }: SnapshotWatch): SnapshotLine | null {
  const offer = reading.latestSnapshotId === shownId ? null : ('new-figures' as const)
  if (isBusy(reading) && trouble) return { said: troubleWords[trouble], figures: '', offer }
  if (reading.state === 'running') return { said: 'A snapshot is running', figures: figuresOf(reading), offer }
  if (reading.state === 'waiting') return { said: 'A snapshot was asked for', figures: 'it begins in a moment', offer }
  if (offer) return { said: 'A snapshot ended', figures: 'this page shows the one before', offer }
  if (endedInVain) return { said: 'The snapshot ended without new figures', figures: '', offer: 'why' }
  return null
}

const troubleWords: Record<ProgressTrouble, string> = {
  'signed-out': 'Your session ended. Load the page again to sign in; the snapshot goes on.',
  unreachable: 'Kempt does not answer at the moment; trying again. The snapshot goes on.',
}

function figuresOf(reading: ProgressReading): string {
  if (reading.state !== 'running') return ''
  const { vaults, pace, doing } = reading
  const done =
    vaults && vaults.total > 0
      ? `${count(vaults.done)} of ${count(vaults.total)} ${vaults.total === 1 ? 'vault' : 'vaults'}`
      : doing.charAt(0).toLowerCase() + doing.slice(1)
  return pace ? `${done}, ${timeLeftText(pace.secondsLeft)}` : done
}
