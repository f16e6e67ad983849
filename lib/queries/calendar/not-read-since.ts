import { type Sql, sql } from '#lib/db/open-database.ts'
import { heldAt } from '../held-at.ts'

/** The part of a vault that lists objects of a kind. */
export const listOf = (kind: Sql): Sql => sql`(${kind}::text || 's')`

/**
 * A scalar subquery: since which snapshot nothing of a part of a vault could be read; null while it is read. The reason may
 * have changed meanwhile: that begins another interval, and no other gap.
 */
export function notReadSince(at: Date, { vaultId, part }: { vaultId: Sql; part: Sql }): Sql {
  return sql`(
    select coalesce(
      (select max(before.valid_to) from observation before
        where before.vault_id = unread.vault_id and before.part = unread.part and before.status <> 'not'
          and before.valid_to <= ${at}),
      (select min(every.valid_from) from observation every
        where every.vault_id = unread.vault_id and every.part = unread.part and every.valid_from <= ${at}))
    from observation unread
    where unread.vault_id = ${vaultId} and unread.part = ${part} and unread.status = 'not'
      and ${heldAt(at, sql`unread.valid_from`, sql`unread.valid_to`)}
    limit 1)`
}
