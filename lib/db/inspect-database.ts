// Looks at a database as it is, and leaves it so.
import { connect } from './connect.ts'
import { findMissing, readMigrations } from './migrate.ts'
import { migrationsFolder } from './migrations-folder.ts'

export type InspectedDatabase = {
  /** Host and port, without the account. */
  host: string
  majorVersion: number
  /** How many the next start would apply. */
  missingMigrations: number
  /** Whether this account may create tables, as a migration does. */
  mayCreate: boolean
}

/** Throws `DatabaseError` when it cannot be reached, or holds what this version does not know. */
export async function inspectDatabase(url: string): Promise<InspectedDatabase> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ version: string; may_create: boolean; is_new: boolean }>(`
      select current_setting('server_version_num') as version,
        has_schema_privilege(current_user, 'public', 'CREATE') as may_create,
        to_regclass('_prisma_migrations') is null as is_new`)
    const migrations = readMigrations(migrationsFolder)
    const missing = rows[0]?.is_new ? migrations : await findMissing(client, migrations)
    const { hostname, port } = new URL(url)
    return {
      host: `${hostname}:${port || 5432}`,
      majorVersion: Math.floor(Number(rows[0]?.version) / 10_000),
      missingMigrations: missing.length,
      mayCreate: rows[0]?.may_create ?? false,
    }
  } finally {
    await client.end()
  }
}
