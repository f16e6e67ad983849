// The last step of a run: what is gone, how much was read, and the run's own line.
import { type Database, sql } from '#lib/db/open-database.ts'
import { essentialParts, listParts } from '#lib/domain/observed.ts'
import type { Remember } from './memory/while-ours.ts'

/** Ends everything that held for vaults which are known to be there no longer: all but these. Returns how many are gone. */
export async function closeGoneVaults(remember: Remember, standingIds: readonly number[], at: Date): Promise<number> {
  return remember(async (tx) => {
    const gone = await tx.$queryRaw<{ id: number }[]>(sql`
      select id from vault where gone_at is null and id <> all(${[...standingIds]}::int[])`)
    const ids = gone.map(({ id }) => id)
    if (ids.length === 0) return 0
    for (const table of intervals) {
      await tx.$executeRaw(
        sql`update ${table} set valid_to = ${at} where vault_id = any(${ids}::int[]) and valid_to is null`,
      )
    }
    await tx.$executeRaw(
      sql`update vault_object set gone_at = ${at} where vault_id = any(${ids}::int[]) and gone_at is null`,
    )
    await tx.$executeRaw(sql`update vault set gone_at = ${at} where id = any(${ids}::int[])`)
    return ids.length
  })
}

const intervals = [
  sql`vault_state`,
  sql`object_state`,
  sql`object_version`,
  sql`object_detail`,
  sql`deleted_object`,
  sql`observation`,
  sql`verdict`,
  sql`tally`,
]

export type Coverage = { vaultsRead: number; vaultsPartly: number; vaultsUnread: number; objects: number }

/** How much of the estate was read, counted from the ledger: the same after a resumed run as after an undisturbed one. */
export async function countCoverage(db: Database): Promise<Coverage> {
  const [row] = await db.$queryRaw<[Coverage]>(sql`
    with seen as (
      select v.id,
        bool_and(o.status = 'read') filter (where o.part = any(${[...essentialParts]})) as whole,
        bool_and(o.status = 'not') filter (where o.part = any(${[...listParts]})) as nothing
      from vault v left join observation o on o.vault_id = v.id and o.valid_to is null
      where v.gone_at is null
      group by v.id)
    select
      count(*) filter (where whole)::int as "vaultsRead",
      count(*) filter (where not coalesce(whole, false) and not coalesce(nothing, true))::int as "vaultsPartly",
      count(*) filter (where coalesce(nothing, true))::int as "vaultsUnread",
      (select count(*)::int from object_state where valid_to is null) as objects
    from seen`)
  return row
}

/** Complete only when every vault and every log that was asked for was read. */
export const statusOf = (
  { vaultsPartly, vaultsUnread }: Coverage,
  problems: readonly string[],
): 'complete' | 'partial' =>
  vaultsPartly === 0 && vaultsUnread === 0 && problems.length === 0 ? 'complete' : 'partial'
