// Whose something was, as last known at an instant. The log outlives what it tells of: what was deleted keeps its owner here,
// or whoever lost it could not see who took it.
import { type Sql, sql } from '#lib/db/open-database.ts'

/** A scalar subquery: the last known owner of a vault. */
export const lastOwnerOfVault = (at: Date, vaultId: Sql): Sql => sql`(
  select s.owner from vault_state s where s.vault_id = ${vaultId} and s.valid_from <= ${at} order by s.valid_from desc limit 1)`

/** A scalar subquery: the last known owner of an object by its own tag, while it was there or listed as deleted. */
export const lastOwnerOfObject = (
  at: Date,
  { vaultId, kind, nameKey }: { vaultId: Sql; kind: Sql; nameKey: Sql },
): Sql => sql`(
  select known.owner from (
    select os.owner, os.valid_from
    from vault_object o
    join object_state os on os.object_id = o.id
    where o.vault_id = ${vaultId} and o.kind = ${kind} and o.name_key = ${nameKey} and os.valid_from <= ${at}
    union all
    select d.owner, d.valid_from
    from deleted_object d
    where d.vault_id = ${vaultId} and d.kind = ${kind} and d.name_key = ${nameKey} and d.valid_from <= ${at}) known
  order by known.valid_from desc limit 1)`
