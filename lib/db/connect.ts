import pg from 'pg'
import { DatabaseError } from './database-error.ts'
import { keepAlive } from './keep-alive.ts'

/** One connection, for what needs one of its own. Throws `DatabaseError` when it cannot be had. Whoever opens it ends it. */
export async function connect(url: string, more: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, ...keepAlive, ...more })
  try {
    await client.connect()
    return client
  } catch (cause) {
    const { hostname, port } = new URL(url)
    const reason = cause instanceof Error ? cause.message || ('code' in cause ? cause.code : cause.name) : cause
    throw new DatabaseError(`The database at ${hostname}:${port || 5432} cannot be reached (${reason}).`, { cause })
  }
}
