import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { standingObjects } from '../standing-objects.ts'
import { withinScope } from '../within-scope.ts'
import { ownerIs } from './owner-is.ts'

/** Vaults that are an owner's or hold something of theirs, and those of them whose access log is read, in part at least. */
export type OwnerLogs = { vaults: number; read: number }

/** Of how many vaults would a read of what is an owner's be known? `owner`: a name, `none`, or null for all in the scope. */
export async function countOwnerLogs(
  db: Database,
  scope: Scope,
  { at, owner }: { at: Date; owner: string | null },
): Promise<OwnerLogs> {
  const [row] = await db.$queryRaw<OwnerLogs[]>(sql`
    select count(*)::int as vaults, (count(*) filter (where log.status in ('read', 'partly')))::int as read
    from (
      select o.vault_id from (${standingObjects(scope, at)}) o where ${ownerIs(owner, sql`o.owner`)}
      union
      select v.id
      from vault v left join vault_state s on s.vault_id = v.id and ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)}
      where v.seen_first_at <= ${at} and (v.gone_at is null or v.gone_at > ${at})
        and ${withinScope(scope, sql`s.owner`)} and ${ownerIs(owner, sql`s.owner`)}) theirs
    left join observation log on log.vault_id = theirs.vault_id and log.part = 'access-log'
      and ${heldAt(at, sql`log.valid_from`, sql`log.valid_to`)}`)
  return row ?? { vaults: 0, read: 0 }
}
