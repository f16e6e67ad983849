import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { standingObjects } from '../standing-objects.ts'
import { withinScope } from '../within-scope.ts'

/** Which of these names own anything at an instant, in the order of their letters? Names as they are remembered. */
export async function listOwnedNames(
  db: Database,
  scope: Scope,
  { at, names }: { at: Date; names: readonly string[] },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ owner: string }[]>(sql`
    select owner from (
      select o.owner from (${standingObjects(scope, at)}) o
      union
      select s.owner from vault_state s
      where ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)} and ${withinScope(scope, sql`s.owner`)}) owned
    where owner = any(${[...names]})
    order by owner collate "C"`)
  return rows.map(({ owner }) => owner)
}
