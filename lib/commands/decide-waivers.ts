// Approves or declines what was asked for: from that instant on the finding is waived, or it never was.
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
import { mayDecideWaivers, nameInWaiver } from './waiver-rights.ts'
import { longestReason } from './waiver-terms.ts'

export type DecideProblem = 'not-allowed' | 'note-missing' | 'note-too-long' | 'not-waiting' | 'nothing-left'

type Decided = {
  done: true
  waivers: ChangedWaiver[]
  /** Of those asked about that waited: what they are about does not fail any more, so there is nothing to approve. */
  left: number
}

export type DecideResult = Decided | { done: false; problem: DecideProblem }

/** Who is declined is told why: then `note` may not be empty. Approving needs no words, and keeps none. */
export async function decideWaivers(
  db: Database,
  {
    now,
    actor,
    which,
    approve,
    note,
  }: { now: Date; actor: Person; which: WhichWaivers; approve: boolean; note: string },
  record?: OnRecord<Decided>,
): Promise<DecideResult> {
  if (!mayDecideWaivers(actor)) return { done: false, problem: 'not-allowed' }
  if (!approve && note.trim() === '') return { done: false, problem: 'note-missing' }
  if (note.length > longestReason) return { done: false, problem: 'note-too-long' }
  const outcome = approve
    ? sql`approved = true, valid_from = ${now}, valid_to = (w.ends_on + 1)::timestamp at time zone 'UTC'`
    : sql`approved = false, note = ${note.trim()}`
  return changeWaivers(db, async (tx) => {
    const [found] = await tx.$queryRaw<[{ asked: number; waivers: ChangedWaiver[] | null }]>(sql`
      with asked as materialized (select w.* from waiver w where ${theseWaivers(which)} and ${waiting(now)}),
      changed as (
        update waiver w
        set decided_at = ${now}, decided_by = ${nameInWaiver(actor)}, decided_by_id = ${actor.objectId}, ${outcome}
        from asked a
        where w.id = a.id and (${!approve} or (${stillFailing(now)} and not ${anotherInForce(now)}))
        returning w.id, w.batch, w.vault_id, w.object_id, w.rule_id)
      select (select count(*)::int from asked) as asked,
        (select jsonb_agg(to_jsonb(n)) from (${named(sql`changed`)}) n) as waivers`)
    const { asked, waivers } = found
    if (waivers) {
      const decided: Decided = { done: true, waivers, left: asked - waivers.length }
      await record?.(tx, decided)
      return decided
    }
    return { done: false, problem: asked > 0 ? 'nothing-left' : 'not-waiting' }
  })
}

const stillFailing = (now: Date) => sql`exists (
  select from verdict d
  where d.vault_id = a.vault_id and d.rule_id = a.rule_id and d.object_id is not distinct from a.object_id
    and d.status = 'fail' and d.valid_from <= ${now} and (d.valid_to is null or d.valid_to > ${now}))`

const anotherInForce = (now: Date) => sql`exists (
  select from waiver w
  where w.id <> a.id and w.vault_id = a.vault_id and w.rule_id = a.rule_id
    and w.object_id is not distinct from a.object_id and ${inForce(now)})`
