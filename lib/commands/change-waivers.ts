// How waivers are written: one change at a time, and every change tells which waivers it was about.
import { type Database, type Sql, sql, type Transaction } from '#lib/db/open-database.ts'

export type ChangedWaiver = {
  id: number
  batch: string
  ruleId: string
  /** "kv-shop", or "kv-shop/secret/stripe". */
  subject: string
}

/** Of the advisory locks of the database, the one of waivers. */
const lockKey = 77_610_451

/**
 * Runs a change alone. Two people who ask for the same at once must not both see that nobody has: the second waits, and
 * each of its statements sees what the first has written.
 */
export function changeWaivers<Result>(db: Database, change: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw(sql`select pg_advisory_xact_lock(${lockKey}::bigint)`)
      return change(tx)
    },
    { maxWait: 10_000, timeout: 60_000 },
  )
}

/** A subquery over rows of `waiver` that were changed: the same as a `ChangedWaiver` each. */
export const named = (changed: Sql) => sql`
  select c.id, c.batch::text as batch, c.rule_id as "ruleId", v.name || coalesce('/' || o.kind || '/' || o.name, '') as subject
  from ${changed} c join vault v on v.id = c.vault_id left join vault_object o on o.id = c.object_id
  order by c.id`

/** Which waivers a change is about. */
export type WhichWaivers = { ids: readonly number[] } | { batch: string }

/** The condition that keeps them, over `w`. A batch that is no uuid names none. */
export function theseWaivers(which: WhichWaivers): Sql {
  return 'ids' in which ? sql`w.id = any(${[...which.ids]}::int[])` : sql`w.batch::text = ${which.batch.toLowerCase()}`
}

/** The condition that a waiver `w` waits for a decision: nobody decided or withdrew it, and its last day is not over. */
export const waiting = (now: Date) => sql`(
  w.decided_at is null and w.withdrawn_at is null and w.ends_on >= ${now.toISOString().slice(0, 10)}::date)`

/** The condition that a waiver `w` is in force. */
export const inForce = (now: Date) => sql`(w.valid_from <= ${now} and w.valid_to > ${now})`
