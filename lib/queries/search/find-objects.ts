import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { standingObjects } from '../standing-objects.ts'
import { type NameQuestion, nameRank } from './name-rank.ts'

export type FoundObject = { name: string; kind: ObjectKind; vaultName: string }

/** Which objects that stand at an instant have a text in their name? The closest names first; a certificate is one, with its secret and key. */
export async function findObjects(
  db: Database,
  scope: Scope,
  { at, text, most }: NameQuestion,
): Promise<{ rows: FoundObject[]; total: number }> {
  const rows = await db.$queryRaw<(FoundObject & { total: number })[]>(sql`
    with found as materialized (
      select object_id, vault_id, kind, name, rank
      from (select *, ${nameRank(sql`name`, text)} as rank from (${standingObjects(scope, at)}) standing) ranked
      where rank is not null)
    select o.name, o.kind::text as kind, v.name as "vaultName", (select count(*)::int from found) as total
    from found o join vault v on v.id = o.vault_id
    order by o.rank, lower(o.name) collate "C", lower(v.name) collate "C", o.object_id
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
