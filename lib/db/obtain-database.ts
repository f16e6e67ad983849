// A database that is running and up to date: the one DATABASE_URL names, else an embedded one in the data folder.
import { join } from 'node:path'
import { startCluster } from './embedded/cluster.ts'
import { migrate } from './migrate.ts'
import { migrationsFolder } from './migrations-folder.ts'

export type RunningDatabase = { url: string; stop(): Promise<void> }

/** Where there is a database: its address, or the folder of an embedded one. */
type Whereabouts = { databaseUrl: string | null; dataFolder: string }

/** A database that is running, as it is: not migrated. `stop` ends only what was started here. */
export async function runningDatabase({ databaseUrl, dataFolder }: Whereabouts): Promise<RunningDatabase> {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} }
  return startCluster({ folder: join(dataFolder, 'postgres') })
}

/** Throws `DatabaseError` with one sentence when there is none to be had. `stop` ends only what was started here. */
export async function obtainDatabase(whereabouts: Whereabouts): Promise<RunningDatabase> {
  const { url, stop } = await runningDatabase(whereabouts)
  try {
    await migrate(url, migrationsFolder)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
