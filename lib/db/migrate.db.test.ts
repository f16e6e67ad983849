import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '#e2e/database/empty-database.ts'
import { migrate } from './migrate.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kempt-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function hasMigration(name: string, script: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), script)
}

async function rows(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('a fresh database gets every migration, oldest first, and a second run has nothing to do', async () => {
  const url = await emptyDatabase()
  hasMigration('2_second', 'ALTER TABLE vault ADD COLUMN name text;')
  hasMigration('1_first', 'CREATE TABLE vault (id int);')

  expect(await migrate(url, folder)).toEqual(['1_first', '2_second'])
  expect(await migrate(url, folder)).toEqual([])
  expect(await rows(url, 'SELECT id, name FROM vault')).toEqual([])
})

test('a migration added later is the only one applied', async () => {
  const url = await emptyDatabase()
  hasMigration('1_first', 'CREATE TABLE vault (id int);')
  await migrate(url, folder)
  hasMigration('2_second', 'ALTER TABLE vault ADD COLUMN name text;')

  expect(await migrate(url, folder)).toEqual(['2_second'])
})

test('two starters migrate one after the other, and only one of them does the work', async () => {
  const url = await emptyDatabase()
  hasMigration('1_first', 'CREATE TABLE vault (id int); SELECT pg_sleep(0.2);')

  const applied = await Promise.all([migrate(url, folder), migrate(url, folder)])

  expect(applied.flat()).toEqual(['1_first'])
})

test('a migration changed after it was applied is refused', async () => {
  const url = await emptyDatabase()
  hasMigration('1_first', 'CREATE TABLE vault (id int);')
  await migrate(url, folder)
  hasMigration('1_first', 'CREATE TABLE vault (id bigint);')

  await expect(migrate(url, folder)).rejects.toThrow('Migration 1_first was changed after it was applied')
})

test('a database from a newer version is refused', async () => {
  const url = await emptyDatabase()
  hasMigration('1_first', 'CREATE TABLE vault (id int);')
  hasMigration('2_future', 'CREATE TABLE owner (id int);')
  await migrate(url, folder)
  rmSync(join(folder, '2_future'), { recursive: true })

  await expect(migrate(url, folder)).rejects.toThrow('2_future, which this version of Kempt does not know')
})

test('a migration that fails leaves nothing behind and runs once it is mended', async () => {
  const url = await emptyDatabase()
  hasMigration('1_first', 'CREATE TABLE vault (id int); CREATE TABLE vault (id int);')
  await expect(migrate(url, folder)).rejects.toThrow('Migration 1_first failed and was undone')

  hasMigration('1_first', 'CREATE TABLE vault (id int);')

  expect(await migrate(url, folder)).toEqual(['1_first'])
})

test('a migration that another tool left half-applied waits for a person', async () => {
  const url = await emptyDatabase()
  hasMigration('1_first', 'CREATE TABLE vault (id int);')
  await migrate(url, folder)
  await rows(url, 'UPDATE _prisma_migrations SET finished_at = NULL')

  await expect(migrate(url, folder)).rejects.toThrow('Migration 1_first failed half-way in this database')
})

test('a database that cannot be reached is named without its password', async () => {
  const failure = await migrate('postgresql://kempt:hidden@127.0.0.1:1/kempt', folder).catch((error: unknown) => error)

  expect(String(failure)).toContain('127.0.0.1:1 cannot be reached')
  expect(String(failure)).not.toContain('hidden')
})
