import pg from 'pg'

/** A lock that belongs to a database session: when the process dies, the database lets go of it by itself. */
export type SessionLock = {
  /** Aborted when the session ended before its release: from then on anybody else may hold the lock. */
  lost: AbortSignal
  release(): Promise<void>
}

/** Takes the advisory lock `key` on a connection of its own, or answers null at once when another session holds it. */
export async function takeSessionLock(databaseUrl: string, key: number): Promise<SessionLock | null> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
  const lost = new AbortController()
  let isReleased = false
  // Without a listener a lost connection would end the process.
  client.on('error', () => lost.abort())
  client.on('end', () => {
    if (!isReleased) lost.abort()
  })
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key])
  if (!rows[0]?.taken) {
    await client.end()
    return null
  }
  return {
    lost: lost.signal,
    async release() {
      isReleased = true
      await client.end()
    },
  }
}
