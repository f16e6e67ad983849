import type { Database } from '#lib/db/open-database.ts'
import { afterLastWrite, notOurs } from './memory/while-ours.ts'

/**
 * Takes an unended snapshot from the run that had it, which may live and not know: nothing it writes from then on commits, and
 * what it had committed is there. Returns the snapshot as that run left it.
 */
export async function takeOver(db: Database, left: { id: number; attempt: number }, now: Date) {
  // First the number, without waiting, so that the older run begins no transaction any more; only then is waited for those it
  // has under way. To wait first would be to wait for as long as it keeps writing, one vault beside the other.
  const attempt = left.attempt + 1
  const { count } = await db.snapshot.updateMany({
    where: { id: left.id, attempt: left.attempt, status: 'running' },
    data: { attempt },
  })
  if (count === 0) throw notOurs()
  return afterLastWrite(db, { snapshotId: left.id, attempt })((tx) =>
    tx.snapshot.update({ where: { id: left.id }, data: { heartbeatAt: now, phase: 'going on after an interruption' } }),
  )
}
