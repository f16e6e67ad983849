import { openDatabase } from '#lib/db/open-database.ts'
import { describeMemory } from './describe-memory.ts'

/** What a database remembers, for a test that has only its address. */
export async function memoryIn(databaseUrl: string): Promise<Record<string, string[]>> {
  const db = openDatabase(databaseUrl, { max: 1 })
  try {
    return await describeMemory(db)
  } finally {
    await db.$disconnect()
  }
}
