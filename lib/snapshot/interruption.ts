// A run that the database broke off has failed at nothing it did: it stays as it is, and the next start goes on with it.
import { isDatabaseAway, reasonAway } from '#lib/db/database-away.ts'

export class SnapshotInterrupted extends Error {
  override readonly name = 'SnapshotInterrupted'
  constructor(why: string, options?: ErrorOptions) {
    super(`${why}; what was read is kept, and the next start goes on from there`, options)
  }
}

export type Interruption = {
  /** Throws when the run was broken off, for whoever is about to begin something or to commit it. */
  check(): void
  /** Passes on what went wrong: as an interruption, which holds for the whole run from then on, if it was one. */
  met(error: unknown): unknown
}

/** `lost` is the signal of the lock: without it another run may have begun, and this one must not write any more. */
export function watchForInterruption(lost: AbortSignal): Interruption {
  let interrupted: SnapshotInterrupted | null = null
  const lockLost = () => {
    interrupted ??= new SnapshotInterrupted('the database connection that keeps other snapshots out was lost')
    return interrupted
  }
  return {
    check() {
      if (lost.aborted) throw lockLost()
      if (interrupted) throw interrupted
    },
    met(error) {
      // First, as it explains what else went wrong.
      if (lost.aborted) return lockLost()
      if (error instanceof SnapshotInterrupted) {
        interrupted ??= error
        return interrupted
      }
      if (!isDatabaseAway(error)) return error
      interrupted ??= new SnapshotInterrupted(`the database could not go on (${reasonAway(error)})`, { cause: error })
      return interrupted
    },
  }
}
