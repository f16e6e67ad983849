import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { DatabaseError } from '../database-error.ts'
import { connect } from '../connect.ts'
import { type BackupHead, markLetter, rowLetter, rowsAtOnce } from './backup-file.ts'
import { tablesInOrder } from './tables.ts'

/**
 * Writes everything Kempt remembers to `file`, as of one instant, while it goes on working, and returns the number of rows.
 * `file` appears when it is whole, and must not exist before. Throws `DatabaseError`.
 */
export async function backUp(url: string, file: string, { takenAt }: { takenAt: Date }): Promise<number> {
  // It may be the only whole backup there is.
  if (await isThere(file)) throw new DatabaseError(`${file} is there already, and stays as it is.`)
  const client = await connect(url)
  const partial = `${file}.partial`
  const counts: Record<string, number> = {}
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const lines = Readable.from(backupLines(client, takenAt, counts))
    await pipeline(lines, createGzip(), createWriteStream(partial, { mode: 0o600 }))
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true })
    if (cause instanceof DatabaseError) throw cause
    throw new DatabaseError(`The backup could not be written (${cause instanceof Error ? cause.message : cause}).`, {
      cause,
    })
  } finally {
    await client.end()
  }
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

async function* backupLines(client: pg.Client, takenAt: Date, counts: Record<string, number>): AsyncGenerator<string> {
  const head: BackupHead = {
    kempt: 'backup',
    format: 1,
    takenAt: takenAt.toISOString(),
    migrations: await appliedMigrations(client),
  }
  yield mark(head)
  for (const table of await tablesInOrder(client)) {
    yield mark({ table })
    let count = 0
    for await (const row of rowsOf(client, table)) {
      count += 1
      yield `${rowLetter}${row}\n`
    }
    counts[table] = count
  }
  yield mark({ end: counts })
}

const mark = (value: unknown) => `${markLetter}${JSON.stringify(value)}\n`

async function appliedMigrations(client: pg.Client): Promise<BackupHead['migrations']> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  )
  if (!there[0]?.there) throw new DatabaseError('This database holds no Kempt: there is nothing to back up.')
  const { rows } = await client.query<BackupHead['migrations'][number]>(
    `select migration_name as name, checksum from _prisma_migrations
       where rolled_back_at is null and finished_at is not null order by migration_name`,
  )
  return rows
}

/** One line of JSON each, as the server writes it: nothing is rounded on the way through here. */
async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string> {
  const name = client.escapeIdentifier(table)
  await client.query(`declare rows no scroll cursor for select row_to_json(t)::text as line from ${name} t`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from rows`)
    for (const { line } of rows) yield line
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close rows')
}
