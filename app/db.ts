// The one handle to the database that pages may hold. `server-only` stands here and nowhere else: it throws in plain Node.
import 'server-only'
import { isDatabaseAway } from '#lib/db/database-away.ts'
import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { appSettings } from './settings.ts'

// On globalThis, because a development server loads this module anew after every edit and would leave a pool behind each time;
// and what guards requests is bundled apart from what answers them.
const kept = globalThis as typeof globalThis & { kemptDatabase?: Database }

export function appDatabase(): Database {
  kept.kemptDatabase ??= openDatabase(appSettings().databaseUrl)
  return kept.kemptDatabase
}

/** Whether the database answers at all; what it says to a question is another matter. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await appDatabase().$queryRaw`select 1`
    return true
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  }
}
