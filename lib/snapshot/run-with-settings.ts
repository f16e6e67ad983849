// A snapshot for whoever has settings and nothing else: opens the connections it needs, and closes them whatever happens.
import { connectAzure } from '#lib/azure/azure.ts'
import { openDatabase } from '#lib/db/open-database.ts'
import type { JobSettings } from '#lib/settings.ts'
import { runSnapshot, type SnapshotRequest, type SnapshotSummary } from './run.ts'

type Connections = 'db' | 'databaseUrl' | 'azure' | 'ownerTagNames' | 'accessRetentionDays' | 'concurrency'

/** The connections are the run's own, so that pages of the same process keep theirs. Throws what `runSnapshot` throws. */
export async function runSnapshotWithSettings(
  settings: JobSettings & { databaseUrl: string },
  request: Omit<SnapshotRequest, Connections>,
): Promise<SnapshotSummary> {
  const { databaseUrl, ownerTagNames, accessRetentionDays, concurrency } = settings
  const db = openDatabase(databaseUrl)
  const azure = connectAzure({ ...settings, proxyEnvironment: process.env })
  try {
    return await runSnapshot({ ...request, db, databaseUrl, azure, ownerTagNames, accessRetentionDays, concurrency })
  } finally {
    azure.close()
    await db.$disconnect()
  }
}
