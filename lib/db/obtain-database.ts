// A database that is running and up to date: the one DATABASE_URL names, else an embedded one in the data folder.
import { join } from 'node:path'
import { startCluster } from './embedded/cluster.ts'
import { migrate } from './migrate.ts'
import { migrationsFolder } from './migrations-folder.ts'

export type RunningDatabase = { url: string; stop(): Promise<void> }

/** Throws `DatabaseError` with one sentence when there is none to be had. `stop` ends only what was started here. */
export async function obtainDatabase({
  databaseUrl,
  dataFolder,
}: {
  databaseUrl: string | null
  dataFolder: string
}): Promise<RunningDatabase> {
  const { url, stop } = databaseUrl
    ? { url: databaseUrl, stop: async () => {} }
    : await startCluster({ folder: join(dataFolder, 'postgres') })
  try {
    await migrate(url, migrationsFolder)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
