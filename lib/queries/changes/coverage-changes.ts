// Which parts of which vaults can no longer be read, and which can again? Subqueries with the columns of a change.
import { type Sql, sql } from '#lib/db/open-database.ts'
import { type Between, begunBetween, endedBetween } from './held-between.ts'

// The type in the database goes from the whole to nothing: read, partly, not.
const change = (kind: string, between: Between, { worse, unread }: { worse: boolean; unread: Sql }): Sql => sql`
  select ${kind} as change, b.vault_id, null::int as object_id, null::text as rule_id, b.part,
    b.valid_from as changed_at,
    jsonb_build_object('before', a.status, 'after', b.status, 'code', ${unread}.reason_code) as detail
  from observation a
  join observation b on b.vault_id = a.vault_id and b.part = a.part and ${begunBetween(between, sql`b`)}
  where ${endedBetween(between, sql`a`)} and ${worse ? sql`b.status > a.status` : sql`b.status < a.status`}
    -- What was not asked for follows from another gap of the same vault.
    and ${unread}.reason_code is distinct from 'not-asked'`

/** A part of a vault there at both instants of which less is read: with the reason for that. */
export const becameUnreadable = (between: Between): Sql =>
  change('unreadable', between, { worse: true, unread: sql`b` })

/** A part of a vault there at both instants of which more is read: with the reason there had been. */
export const readableAgain = (between: Between): Sql => change('readable', between, { worse: false, unread: sql`a` })
