import { type Database, sql } from '#lib/db/open-database.ts'
import { essentialParts, type UnreadCode } from '#lib/domain/observed.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from './held-at.ts'
import { withinScope } from './within-scope.ts'

export type UnreadCause = { code: UnreadCode; vaults: number }

/** Why could what a vault is wholly read by not be read, and of how many vaults? The most frequent reason first. */
export function listUnreadReasons(db: Database, { scope, at }: { scope: Scope; at: Date }): Promise<UnreadCause[]> {
  return db.$queryRaw<UnreadCause[]>(sql`
    select o.reason_code as code, count(distinct o.vault_id)::int as vaults
    from observation o
    join vault_state s on s.vault_id = o.vault_id and ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)}
    where o.status <> 'read' and o.reason_code is not null and o.part = any(${[...essentialParts]})
      and ${heldAt(at, sql`o.valid_from`, sql`o.valid_to`)} and ${withinScope(scope, sql`s.owner`)}
    group by o.reason_code
    order by vaults desc, code`)
}
