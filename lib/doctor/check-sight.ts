// Subscriptions that Azure says nothing about: those Kempt is told to look at, and those it remembers vaults of.
import type { Azure } from '#lib/azure/azure.ts'
import { openDatabase, sql } from '#lib/db/open-database.ts'
import { seeSubscription } from '#lib/grants/grant-command.ts'
import type { Check } from './check.ts'
import type { SeenEstate } from './check-azure.ts'

/** One check for each that is out of sight. `databaseUrl`: of a database that answers, or null. */
export async function checkSight(
  { subscriptions }: Pick<Azure, 'subscriptions'>,
  { listing, principalId }: SeenEstate,
  databaseUrl: string | null,
): Promise<Check[]> {
  const listed = new Set([...listing.vaults, ...listing.unreadable].map(({ resourceId }) => resourceId))
  const remembered = (databaseUrl === null ? [] : await rememberedIds(databaseUrl)).filter((id) => !listed.has(id))
  const missing = Map.groupBy(remembered, (resourceId) => resourceId.split('/')[2] ?? '')
  const ids = new Set([...subscriptions.map((id) => id.toLowerCase()), ...missing.keys()])
  return [...ids].filter(listing.isOutOfSight).map((id) => {
    const vaults = missing.get(id)?.length ?? 0
    const known =
      vaults > 0
        ? `It cannot be seen any more, and ${vaults === 1 ? 'one vault is' : `${vaults} vaults are`} remembered there, which stay unknown.`
        : 'KEMPT_SUBSCRIPTIONS names it, and it cannot be seen.'
    return {
      area: 'azure',
      subject: `subscription ${id}`,
      standing: 'lacking',
      says: known,
      grants: [seeSubscription(id, { principalId })],
    }
  })
}

/** ARM ids of the vaults that are remembered and not gone; none where nothing was ever remembered. */
async function rememberedIds(databaseUrl: string): Promise<string[]> {
  const db = openDatabase(databaseUrl, { max: 1 })
  try {
    const [about] = await db.$queryRaw<{ isNew: boolean }[]>(sql`select to_regclass('vault') is null as "isNew"`)
    if (about?.isNew) return []
    const rows = await db.$queryRaw<{ id: string }[]>(
      sql`select resource_id as id from vault where gone_at is null order by 1`,
    )
    return rows.map(({ id }) => id)
  } finally {
    await db.$disconnect()
  }
}
