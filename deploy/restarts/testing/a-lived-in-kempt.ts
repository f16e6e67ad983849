// What the tests of restarts begin with: a small estate, yesterday's snapshot of it, and a way to start the built app over them,
// as often as need be.
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll } from 'vitest'
import pg from 'pg'
import { emptyDatabase } from '#e2e/database/empty-database.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { freePort } from '#lib/db/embedded/free-port.ts'
import { aSmallEstate } from '#lib/snapshot/testing/a-small-estate.ts'
import { runTheJob } from '#lib/snapshot/testing/run-the-job.ts'
import { isBuilt } from '../../build.ts'
import { demoEnvironment } from '../../demo/demo-environment.ts'
import { type RunningKempt, startKempt } from './running-kempt.ts'

const dayMs = 86_400_000

export type LivedInKempt = Awaited<ReturnType<typeof aLivedInKempt>>

/** Call it at the top of a test file: what it starts ends with the file, however its tests end. */
export async function aLivedInKempt() {
  if (!isBuilt()) throw new Error('The app is not built from these sources: run "npm run build" first.')
  const now = new Date()
  const estate = await aSmallEstate({ vaults: 6 })
  afterAll(() => estate.close())
  const yesterday = new Date(now.getTime() - dayMs)
  estate.azure.clock.set(yesterday)
  const databaseUrl = await freshDatabaseUrl()
  await runTheJob({ standIn: estate, databaseUrl, at: yesterday })
  // The same throughout, so that a run which took longer saw the same.
  estate.azure.clock.set(now)
  const undisturbedUrl = await emptyDatabase({ from: new URL(databaseUrl).pathname.slice(1) })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  afterAll(() => client.end())

  const started: RunningKempt[] = []
  afterAll(() => Promise.all(started.map((kempt) => kempt.isKilled())))
  const sessionSecret = randomBytes(32).toString('base64url')
  const url = `http://127.0.0.1:${await freePort()}`
  const { NODE_ENV: _, ...ownEnvironment } = process.env

  return {
    url,
    estate,
    databaseUrl,
    started,
    people: estate.azure.organization.people,
    /** Starts it on the port it is known by, or beside itself on another one. */
    async starts({ beside = false } = {}): Promise<RunningKempt> {
      const port = beside ? `${await freePort()}` : new URL(url).port
      const env = demoEnvironment(
        { ...ownEnvironment, NODE_ENV: 'production' },
        {
          standIn: estate.environment,
          ours: {
            ...{
              DATABASE_URL: databaseUrl,
              KEMPT_URL: url,
              KEMPT_SESSION_SECRET: sessionSecret,
              KEMPT_SCHEDULE: 'off',
            },
            // The load is no stranger's.
            ...{ KEMPT_EXPORTS_PER_MINUTE: '100000', KEMPT_CHANGES_PER_MINUTE: '100000' },
          },
        },
      )
      const kempt = await startKempt({ ...env, HOST: '127.0.0.1', PORT: port })
      started.push(kempt)
      return kempt
    },
    /** Takes the same snapshot over the same history, with nothing in its way, and returns the address of that memory. */
    async takesUndisturbed(at: Date): Promise<string> {
      await runTheJob({ standIn: estate, databaseUrl: undisturbedUrl, at, by: 'person' })
      return undisturbedUrl
    },
    /** Returns once so many questions of Kempt wait for a lock that we hold. */
    async areWaiting(number: number): Promise<void> {
      const waiting =
        'select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())'
      while ((await client.query(waiting)).rows.length < number) await wait(20)
    },
    async ask<Row>(query: string, values: unknown[] = []): Promise<Row[]> {
      return (await client.query(query, values)).rows as Row[]
    },
    /** What is in its environment and nobody else's business, and what it was told of by visitors. */
    secrets: [
      ...[sessionSecret, new URL(databaseUrl).password],
      ...[estate.environment.ENTRA_CLIENT_SECRET ?? randomUUID(), estate.environment.IDENTITY_HEADER ?? randomUUID()],
    ],
  }
}
