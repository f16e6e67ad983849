// An empty Kempt beside a stand-in Azure: a database of the test's own, and the job over it.
import { afterAll } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { openDatabase } from '#lib/db/open-database.ts'
import { runTheJob, startTheJob } from './run-the-job.ts'

export async function anInstallation(standIn: StandIn) {
  const databaseUrl = await freshDatabaseUrl()
  const db = openDatabase(databaseUrl, { max: 2 })
  afterAll(() => db.$disconnect())
  return {
    db,
    /** Runs the job to its end and reads its summary. */
    takes: (at: Date, environment: Record<string, string> = {}) => runTheJob({ standIn, databaseUrl, at, environment }),
    /** Runs the snapshot a person asked for. */
    takesForAPerson: (at: Date) => runTheJob({ standIn, databaseUrl, at, by: 'person' }),
    /** Starts the job and comes back at once. */
    starts: (at: Date, environment: Record<string, string> = {}) =>
      startTheJob({ standIn, databaseUrl, at, environment }),
  }
}
