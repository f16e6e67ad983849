// Which findings were opened, and which were closed by being mended? Subqueries with the columns of a change.
import { type Sql, sql } from '#lib/db/open-database.ts'
import { type Between, begunBetween, endedBetween, holdsAt } from './held-between.ts'

/** Open: failing, or not to be seen while it is remembered as failing. Not seeing a finding neither closes nor opens it. */
const open = (verdict: Sql) => sql`(${verdict}.status = 'fail' or ${verdict}.failing_since is not null)`

const sameFinding = (one: Sql, other: Sql) => sql`
  ${one}.vault_id = ${other}.vault_id and ${one}.rule_id = ${other}.rule_id
  and coalesce(${one}.object_id, 0) = coalesce(${other}.object_id, 0)`

/**
 * Failing at `to` and not open at `from`. A rule that was added in between opened nothing: what it finds was there. That
 * a subject was unknown at `from`, and never seen failing before, makes it newly failing: nobody had known.
 */
export const newlyFailing = (between: Between): Sql => sql`
  select 'failing' as change, d.vault_id, d.object_id, d.rule_id, null::text as part,
    coalesce(d.failing_since, d.valid_from) as changed_at,
    jsonb_build_object('because', d.because, 'waived', exists (
      select from waiver w
      where ${sameFinding(sql`w`, sql`d`)} and ${holdsAt(between.to, sql`w`)} and w.valid_to is not null)) as detail
  from verdict d
  join rule r on r.id = d.rule_id
  where d.status = 'fail' and ${begunBetween(between, sql`d`)} and (r.added_at is null or r.added_at <= ${between.from})
    and not exists (
      select from verdict p where ${sameFinding(sql`p`, sql`d`)} and ${holdsAt(between.from, sql`p`)} and ${open(sql`p`)})`

/**
 * Open at `from`, and at `to` neither failing nor carried as unknown, while its subject is still there. What was judged by
 * a rule that has been retired since was not mended: nobody asks any more.
 */
export const fixed = (between: Between): Sql => sql`
  select 'fixed' as change, d.vault_id, d.object_id, d.rule_id, null::text as part,
    (
      select max(p.valid_to) from verdict p
      where ${sameFinding(sql`p`, sql`d`)} and p.valid_to <= ${between.to} and ${open(sql`p`)}) as changed_at,
    jsonb_build_object('because', d.because) as detail
  from verdict d
  join rule r on r.id = d.rule_id
  join vault_pair v on v.vault_id = d.vault_id and v.stands_after
  where ${open(sql`d`)} and ${endedBetween(between, sql`d`)}
    and (not r.retired or exists (select from tally t where t.rule_id = r.id and ${holdsAt(between.to, sql`t`)}))
    and not exists (
      select from verdict n where ${sameFinding(sql`n`, sql`d`)} and ${holdsAt(between.to, sql`n`)} and ${open(sql`n`)})
    and (d.object_id is null or exists (
      select from object_state s where s.object_id = d.object_id and ${holdsAt(between.to, sql`s`)}))`
