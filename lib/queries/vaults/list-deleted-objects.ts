import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

export type DeletedObjectRow = {
  id: number
  kind: ObjectKind
  name: string
  deletedAt: Date
  /** Null: Azure does not say. */
  scheduledPurgeAt: Date | null
  /** Whom its own tag named, or else its vault's owner. */
  owner: string | null
}

/**
 * What was deleted from this vault and can still be recovered? What is purged first comes first; `total` counts all of
 * it, `most` are given.
 */
export async function listDeletedObjects(
  db: Database,
  scope: Scope,
  { at, vaultId, most }: { at: Date; vaultId: number; most: number },
): Promise<{ rows: DeletedObjectRow[]; total: number }> {
  const rows = await db.$queryRaw<(DeletedObjectRow & { total: number })[]>(sql`
    select d.id, d.kind::text as kind, d.name, d.deleted_at as "deletedAt", d.scheduled_purge_at as "scheduledPurgeAt",
      coalesce(d.owner, vs.owner) as owner, (count(*) over ())::int as total
    from deleted_object d
    left join vault_state vs on vs.vault_id = d.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
    where d.vault_id = ${vaultId} and ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)}
      and ${withinScope(scope, sql`d.owner`, sql`vs.owner`)}
    order by d.scheduled_purge_at nulls last, d.name_key, d.kind, d.id
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
