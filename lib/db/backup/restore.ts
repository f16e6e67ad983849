import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { DatabaseError } from '../database-error.ts'
import { connect } from '../connect.ts'
import { migrate } from '../migrate.ts'
import { type BackupHead, headSchema, markLetter, markSchema, rowsAtOnce } from './backup-file.ts'
import { tablesInOrder } from './tables.ts'

/**
 * Puts a backup into a database that holds no Kempt yet, and returns the number of rows. A backup of an older version gets the
 * schema it was taken from first and is migrated afterwards, by the same steps as the database it came from would be. All rows
 * land or none. Throws `DatabaseError`.
 */
export async function restore(url: string, file: string, { migrations }: { migrations: string }): Promise<number> {
  const lines = linesOf(file)[Symbol.asyncIterator]()
  const head = await readHead(lines, file)
  await requireEmpty(url)
  await migrate(url, migrations, { only: head.migrations })
  const count = await putBack(url, lines, file)
  await migrate(url, migrations)
  return count
}

function linesOf(file: string): AsyncIterable<string> {
  const source = createReadStream(file)
  const unzipped = createGunzip()
  // An interface of lines does not hear of its source's failures.
  source.on('error', (error) => unzipped.destroy(error))
  source.pipe(unzipped)
  return {
    async *[Symbol.asyncIterator]() {
      const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })
      const failed = new Promise<never>((_, reject) => unzipped.once('error', reject))
      failed.catch(() => {})
      const each = lines[Symbol.asyncIterator]()
      for (;;) {
        const next = await Promise.race([each.next(), failed])
        if (next.done) return
        yield next.value
      }
    },
  }
}

async function readHead(lines: AsyncIterator<string>, file: string): Promise<BackupHead> {
  try {
    const { value } = await lines.next()
    return headSchema.parse(JSON.parse(String(value).slice(1)))
  } catch (cause) {
    throw new DatabaseError(`${file} is no backup of Kempt that this version can read.`, { cause })
  }
}

async function requireEmpty(url: string): Promise<void> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('snapshot') is not null as there`)
    if (!rows[0]?.there) return
    const { rows: held } = await client.query<{ full: boolean }>('select exists (select from snapshot) as full')
    throw new DatabaseError(
      held[0]?.full
        ? 'This database remembers something already: restore into an empty one.'
        : 'This database has been prepared by a start of Kempt: restore into an empty one, before the first start.',
    )
  } finally {
    await client.end()
  }
}

async function putBack(url: string, lines: AsyncIterator<string>, file: string): Promise<number> {
  const client = await connect(url)
  try {
    await client.query('begin')
    const counts = await putRows(client, lines, file)
    await continueNumbering(client, Object.keys(counts))
    await client.query('commit')
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  } catch (cause) {
    await client.query('rollback')
    if (cause instanceof DatabaseError) throw cause
    throw new DatabaseError(`The backup could not be put back (${cause instanceof Error ? cause.message : cause}).`, {
      cause,
    })
  } finally {
    await client.end()
  }
}

async function putRows(client: pg.Client, lines: AsyncIterator<string>, file: string): Promise<Record<string, number>> {
  const known = new Set(await tablesInOrder(client))
  const counts: Record<string, number> = {}
  let table: string | null = null
  let rows: string[] = []
  const flush = async () => {
    if (table !== null && rows.length > 0) await insert(client, table, rows)
    rows = []
  }
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value
    if (line.startsWith(markLetter)) {
      await flush()
      const read = markSchema.parse(JSON.parse(line.slice(1)))
      if ('end' in read) return requireWhole(read.end, counts, file)
      if (!known.has(read.table)) throw new DatabaseError(`${file} has a table ${read.table} that its schema lacks.`)
      table = read.table
      counts[table] = 0
    } else if (table !== null) {
      rows.push(line.slice(1))
      counts[table] = (counts[table] ?? 0) + 1
      if (rows.length === rowsAtOnce) await flush()
    }
  }
  throw new DatabaseError(`${file} breaks off: nothing was put back.`)
}

function requireWhole(told: Record<string, number>, counts: Record<string, number>, file: string) {
  const differs = Object.keys(told).find((table) => told[table] !== counts[table])
  if (!differs) return counts
  throw new DatabaseError(`${file} has ${counts[differs] ?? 0} of ${told[differs]} rows of ${differs}.`)
}

async function insert(client: pg.Client, table: string, rows: readonly string[]): Promise<void> {
  const name = client.escapeIdentifier(table)
  await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [
    `[${rows.join(',')}]`,
  ])
}

/** New rows get ids after those that were put back. */
async function continueNumbering(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const name = client.escapeIdentifier(table)
    const { rows } = await client.query<{ column: string; sequence: string }>(
      `select attname as column, pg_get_serial_sequence($1, attname) as sequence from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and pg_get_serial_sequence($1, attname) is not null`,
      [name],
    )
    for (const { column, sequence } of rows)
      await client.query(`select setval($1, greatest(max(${client.escapeIdentifier(column)}), 1)) from ${name}`, [
        sequence,
      ])
  }
}
