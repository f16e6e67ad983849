import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

export type DeletedVaultRow = {
  id: number
  resourceId: string
  name: string
  /** Kempt saw it while it stood: there is a page of it. */
  known: boolean
  subscriptionId: string
  /** Null when no vault of the subscription was ever seen. */
  subscriptionName: string | null
  location: string
  deletedAt: Date
  scheduledPurgeAt: Date
  purgeProtected: boolean
  /** Whom its tags named, or else whose it was when it was last seen. */
  owner: string | null
}

/** Which vaults were deleted and can still be recovered? What is purged first comes first; `total` counts all of them. */
export async function listDeletedVaults(
  db: Database,
  scope: Scope,
  { at, text, page, pageSize }: { at: Date; text: string | null; page: number; pageSize: number },
): Promise<{ rows: DeletedVaultRow[]; total: number }> {
  const rows = await db.$queryRaw<(DeletedVaultRow & { total: number })[]>(sql`
    select d.id, d.resource_id as "resourceId", d.name, v.id is not null as known, d.subscription_id as "subscriptionId",
      coalesce(last.subscription_name, (
        select n.subscription_name from vault_state n
        where n.subscription_id = d.subscription_id and n.valid_from <= ${at}
        order by n.valid_from desc limit 1)) as "subscriptionName",
      d.location, d.deleted_at as "deletedAt", d.scheduled_purge_at as "scheduledPurgeAt",
      d.purge_protected as "purgeProtected", coalesce(d.owner, last.owner) as owner, (count(*) over ())::int as total
    from deleted_vault d
    left join vault v on v.resource_id = d.resource_id and v.seen_first_at <= ${at}
    left join lateral (
      select s.owner, s.subscription_name from vault_state s
      where s.vault_id = v.id and s.valid_from <= ${at}
      order by s.valid_from desc limit 1) last on true
    where ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)} and ${withinScope(scope, sql`d.owner`, sql`last.owner`)}
      and ${text === null ? sql`true` : sql`position(${text.toLowerCase()} in lower(d.name)) > 0`}
    order by d.scheduled_purge_at, lower(d.name), d.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
