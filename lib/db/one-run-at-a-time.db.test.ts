// A database of before runs were numbered, in which more than one of them was left unended.
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase } from '#e2e/database/empty-database.ts'
import { migrate, readMigrations } from './migrate.ts'
import { migrationsFolder } from './migrations-folder.ts'

const numbered = '20261129020000_one_run_at_a_time'

test('only the latest can still be gone on with; the others are closed, and from then on there is one at most', async () => {
  const url = await emptyDatabase()
  const before = readMigrations(migrationsFolder).filter(({ name }) => name < numbered)
  await migrate(url, migrationsFolder, { only: before })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const left = (
    day: number,
  ) => `insert into snapshot (captured_at, started_at, heartbeat_at, status, trigger, policy_version_id)
    values ('2026-11-${day}', '2026-11-${day}', '2026-11-${day}', 'running', 'command', 1)`
  await client.query(`insert into policy_version (created_at, created_by, policy) values (now(), 'Kempt', '{}')`)
  for (const day of [10, 11, 12]) await client.query(left(day))

  await migrate(url, migrationsFolder)

  const { rows } = await client.query('select status, attempt, failure from snapshot order by id')
  const closed = { status: 'failed', attempt: 1, failure: 'the run was interrupted and never resumed' }
  expect(rows).toEqual([closed, closed, { status: 'running', attempt: 1, failure: null }])
  await expect(client.query(left(13))).rejects.toThrow('snapshot_one_running')
  await client.end()
})
