// Whatever a run remembers is written in transactions that commit only while the snapshot is its own. The lock that keeps runs
// apart is a connection, and whoever holds it may be the last to hear that it is gone.
// See docs/decisions/0027-a-run-writes-while-the-snapshot-is-its-own.md.
import { type Database, type Sql, sql, type Transaction } from '#lib/db/open-database.ts'
import { SnapshotInterrupted } from '../interruption.ts'

/** A run, as its snapshot knows it: whoever goes on with the snapshot has the next number. */
export type Attempt = { snapshotId: number; attempt: number }

/** Writes all of it or nothing; throws `SnapshotInterrupted` when the snapshot is not the run's own any more. */
export type Remember = <T>(write: (tx: Transaction) => Promise<T>) => Promise<T>

/** So long may a transaction be silent before the database ends it: one of a machine that is gone would hold up the next run. */
export const silentMs = 60_000

/** By which a run remembers. As many at once as it likes: none waits for another, nor for the heartbeat. */
export const whileOurs = (db: Database, run: Attempt) => holding(db, run, sql`for key share`)

/**
 * By which a run is ended or gone on with: waits for everything that still writes for it. `write` must update the snapshot: a
 * statement that began before the snapshot changed hands would otherwise find the row as it was then, and pass.
 */
export const afterLastWrite = (db: Database, run: Attempt) => holding(db, run, sql`for update`)

const holding =
  (db: Database, { snapshotId, attempt }: Attempt, lock: Sql): Remember =>
  (write) =>
    db.$transaction(
      async (tx) => {
        const held = await tx.$queryRaw<unknown[]>(sql`
          select set_config('idle_in_transaction_session_timeout', ${String(silentMs)}, true)
          from snapshot where id = ${snapshotId} and attempt = ${attempt} and status = 'running' ${lock}`)
        if (held.length === 0) throw notOurs()
        return write(tx)
      },
      { maxWait: 120_000, timeout: 300_000 },
    )

/** Somebody else has the snapshot, or has ended it. */
export const notOurs = () => new SnapshotInterrupted('another run has gone on with this snapshot, or has closed it')
