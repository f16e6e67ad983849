// A database of its own for a test file: the whole schema, no rows. Closed and dropped after the file.
import { afterAll } from 'vitest'
import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { emptyDatabase } from './empty-database.ts'
import { template } from './template.ts'

/** Call it at the top of a test file: `const db = await freshDatabase()`. */
export async function freshDatabase(): Promise<Database> {
  const db = openDatabase(await freshDatabaseUrl(), { max: 4 })
  // Runs before the drop, as Vitest runs the hooks that were added last first.
  afterAll(() => db.$disconnect())
  return db
}

/** The same for a test that opens the database itself, or hands it to another process. */
export function freshDatabaseUrl(): Promise<string> {
  return emptyDatabase({ from: template })
}
