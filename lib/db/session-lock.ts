import pg from 'pg'

/** A lock that belongs to a database session: when the process dies, the database lets go of it by itself. */
export type SessionLock = { release(): Promise<void> }

/** Takes the advisory lock `key` on a connection of its own, or answers null at once when another session holds it. */
export async function takeSessionLock(databaseUrl: string, key: number): Promise<SessionLock | null> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
  // A lost connection is met by the next query of the run itself; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key])
  if (!rows[0]?.taken) {
    await client.end()
    return null
  }
  return { release: () => client.end() }
}
