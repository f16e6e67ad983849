// The one handle to the database that pages may hold. `server-only` stands here and nowhere else: it throws in plain Node.
import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { isDatabaseAway } from '#lib/db/database-away.ts'
import { patienceMs } from '#lib/db/keep-alive.ts'
import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { appSettings } from './settings.ts'

// On globalThis, because a development server loads this module anew after every edit and would leave a pool behind each time;
// and what guards requests is bundled apart from what answers them.
const kept = globalThis as typeof globalThis & { kemptDatabase?: Database }

export function appDatabase(): Database {
  kept.kemptDatabase ??= openDatabase(appSettings().databaseUrl, { patienceMs })
  return kept.kemptDatabase
}

/** Longer than a page waits for its turn on a busy machine; whoever has heard nothing until then shall hear that. */
const answersWithinMs = 15_000

/** Whether the database answers at all, within 15 seconds; what it says to a question is another matter. */
export async function databaseAnswers(): Promise<boolean> {
  const silence = new AbortController()
  try {
    const silent = wait(answersWithinMs, false, { signal: silence.signal })
    return await Promise.race([appDatabase().$queryRaw`select 1`.then(() => true), silent])
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  } finally {
    silence.abort()
  }
}
