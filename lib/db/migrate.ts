// Applies prisma/migrations as `prisma migrate deploy` does, with Prisma's own table, checksums and lock: either can take
// over from the other, and no engine has to be downloaded.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { connect } from './connect.ts'
import { DatabaseError } from './database-error.ts'

/** The advisory lock of Prisma's engine: two starters migrate one after the other. */
const prismaLock = 72707369

/** Prisma's own definition; a table of another shape would make its command-line tool refuse the database. */
const prismaTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

export type Migration = { name: string; script: string; checksum: string }

/**
 * Applies what is missing and returns the names of what it applied, oldest first. `only`: no others than these, for the schema
 * of an older version. Throws `DatabaseError`.
 */
export async function migrate(
  url: string,
  folder: string,
  { only }: { only?: readonly { name: string; checksum: string }[] } = {},
): Promise<string[]> {
  const migrations = only ? chosen(readMigrations(folder), only) : readMigrations(folder)
  const client = await connect(url)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(prismaTable)
    const missing = await findMissing(client, migrations)
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    // Ending the session gives the lock back.
    await client.end()
  }
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Throws when this version lacks one of them, or has another of its name. */
function chosen(migrations: Migration[], only: readonly { name: string; checksum: string }[]): Migration[] {
  for (const wanted of only) {
    const known = migrations.find(({ name }) => name === wanted.name)
    if (known?.checksum !== wanted.checksum)
      throw new DatabaseError(
        `Migration ${wanted.name} is not known to this version of Kempt: use the version that wrote it, or a newer one.`,
      )
  }
  return migrations.filter(({ name }) => only.some((wanted) => wanted.name === name))
}

/** Throws `DatabaseError` when what was applied is not what the folder has. */
export async function findMissing(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  for (const { name, checksum, finished } of rows) {
    if (!finished) {
      throw new DatabaseError(
        `Migration ${name} failed half-way in this database: mend it, then record that with "prisma migrate resolve".`,
      )
    }
    const known = migrations.find((migration) => migration.name === name)
    if (!known) {
      throw new DatabaseError(
        `The database has migration ${name}, which this version of Kempt does not know: start the version that wrote it, or a newer one.`,
      )
    }
    if (known.checksum !== checksum) {
      throw new DatabaseError(
        `Migration ${name} was changed after it was applied to this database: restore its file and put the change into a new migration.`,
      )
    }
  }
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}

/** The script and its record land together or not at all. */
async function apply(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(script)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new DatabaseError(`Migration ${name} failed and was undone (${reason}).`, { cause })
  }
}
