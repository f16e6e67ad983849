// Whose is it now that was somebody else's, or nobody's? Subqueries with the columns of a change.
import { type Sql, sql } from '#lib/db/open-database.ts'
import { type Between, holdsAt } from './held-between.ts'

const detail = (before: Sql, after: Sql) => sql`jsonb_build_object('fields', jsonb_build_array(
  jsonb_build_object('field', 'owner', 'before', ${before}, 'after', ${after})))`

/**
 * Objects there at both instants whose owner is another: the one their own tag names, or else their vault's. Where the
 * vault's own row could not be read, its owner is not known, and an object that relies on it is not listed.
 */
export function ownerOfObjects({ from, to }: Between): Sql {
  const [before, after] = [sql`coalesce(a.owner, p.a_owner)`, sql`coalesce(b.owner, p.b_owner)`]
  return sql`
    select 'owner' as change, a.vault_id, a.object_id, null::text as rule_id, null::text as part,
      greatest(b.valid_from, p.b_since) as changed_at, ${detail(before, after)} as detail
    from object_state a
    join object_state b on b.object_id = a.object_id and ${holdsAt(to, sql`b`)}
    join vault_pair p on p.vault_id = a.vault_id
    where ${holdsAt(from, sql`a`)} and (a.id <> b.id or p.a_id <> p.b_id)
      and (a.owner is not null or p.a_id is not null) and (b.owner is not null or p.b_id is not null)
      and ${before} is distinct from ${after}`
}

/** Vaults there at both instants whose owner is another. */
export const ownerOfVaults = (_: Between): Sql => sql`
  select 'owner' as change, p.vault_id, null::int as object_id, null::text as rule_id, null::text as part,
    p.b_since as changed_at, ${detail(sql`p.a_owner`, sql`p.b_owner`)} as detail
  from vault_pair p
  where p.a_id <> p.b_id and p.a_owner is distinct from p.b_owner`
