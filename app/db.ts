// The one handle to the database that pages may hold. `server-only` stands here and nowhere else: it throws in plain Node.
import 'server-only'
import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { appSettings } from './settings.ts'

// On globalThis, because a development server loads this module anew after every edit and would leave a pool behind each time.
const kept = globalThis as typeof globalThis & { kemptDatabase?: Database }

export function appDatabase(): Database {
  kept.kemptDatabase ??= openDatabase(appSettings().databaseUrl)
  return kept.kemptDatabase
}
