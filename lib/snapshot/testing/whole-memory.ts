import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { describeMemory } from './describe-memory.ts'
import { rowCounts } from './row-counts.ts'

/** Everything remembered, the rows of every table counted, and what is said of the snapshots themselves, as one text of lines. */
export async function wholeMemory(databaseUrl: string): Promise<Record<string, string[]>> {
  const db = openDatabase(databaseUrl, { max: 1 })
  try {
    const counts = Object.entries(await rowCounts(db)).map(([table, count]) => `${table}: ${count}`)
    return { ...(await describeMemory(db)), counts, snapshot: await snapshots(db) }
  } finally {
    await db.$disconnect()
  }
}

async function snapshots(db: Database): Promise<string[]> {
  const select = {
    capturedAt: true,
    status: true,
    phase: true,
    failure: true,
    vaultsTotal: true,
    vaultsDone: true,
    vaultsRead: true,
    vaultsPartly: true,
    vaultsUnread: true,
    objects: true,
  } as const
  const rows = await db.snapshot.findMany({ select, orderBy: { id: 'asc' } })
  return rows.map((row) => JSON.stringify(row))
}
