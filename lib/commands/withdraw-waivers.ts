// Ends waivers before their date, or takes a request back: from that instant on the findings count again.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Person } from '#lib/domain/scope.ts'
import {
  type ChangedWaiver,
  changeWaivers,
  inForce,
  named,
  theseWaivers,
  waiting,
  type WhichWaivers,
} from './change-waivers.ts'
import type { OnRecord } from './on-record.ts'
import { mayDecideWaivers, nameInWaiver, waivableScope } from './waiver-rights.ts'
import { longestReason } from './waiver-terms.ts'

export type WithdrawProblem = 'not-allowed' | 'note-too-long' | 'not-standing'

type Withdrawn = { done: true; waivers: ChangedWaiver[] }

export type WithdrawResult = Withdrawn | { done: false; problem: WithdrawProblem }

/** A lead withdraws anybody's, everybody else what they asked for themselves. `note` says why and may be empty. */
export async function withdrawWaivers(
  db: Database,
  { now, actor, which, note }: { now: Date; actor: Person; which: WhichWaivers; note: string },
  record?: OnRecord<Withdrawn>,
): Promise<WithdrawResult> {
  if (!waivableScope(actor)) return { done: false, problem: 'not-allowed' }
  if (note.length > longestReason) return { done: false, problem: 'note-too-long' }
  const theirs = mayDecideWaivers(actor) ? sql`true` : sql`w.asked_by_id = ${actor.objectId}`
  return changeWaivers(db, async (tx) => {
    const [found] = await tx.$queryRaw<[{ standing: number; waivers: ChangedWaiver[] | null }]>(sql`
      with standing as materialized (
        select w.*, ${theirs} as theirs from waiver w where ${theseWaivers(which)} and (${waiting(now)} or ${inForce(now)})),
      changed as (
        update waiver w
        set withdrawn_at = ${now}, withdrawn_by = ${nameInWaiver(actor)}, note = coalesce(nullif(${note.trim()}, ''), w.note),
          valid_to = case when w.valid_from is not null then ${now}::timestamptz end
        from standing s
        where w.id = s.id and s.theirs
        returning w.id, w.batch, w.vault_id, w.object_id, w.rule_id)
      select (select count(*)::int from standing) as standing,
        (select jsonb_agg(to_jsonb(n)) from (${named(sql`changed`)}) n) as waivers`)
    if (found.waivers) {
      const withdrawn: Withdrawn = { done: true, waivers: found.waivers }
      await record?.(tx, withdrawn)
      return withdrawn
    }
    return { done: false, problem: found.standing > 0 ? 'not-allowed' : 'not-standing' }
  })
}
