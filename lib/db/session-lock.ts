import { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { serverKeepsAlive } from './keep-alive.ts'
import { connect } from './connect.ts'

/**
 * A lock that belongs to a database session: when the process dies, the database lets go of it by itself. That it did may be heard
 * late, so a lock only keeps others from beginning; whether somebody may still write is decided where it is written.
 */
export type SessionLock = {
  /** Aborted when the session ended before its release: from then on anybody else may hold the lock. */
  lost: AbortSignal
  release(): Promise<void>
}

/** A server that is gone without a word answers no goodbye, and nobody should wait for it. */
const goodbyeMs = 3000

/**
 * Takes the advisory lock `key` on a connection of its own, or answers null at once when another session holds it. Throws
 * `DatabaseError` when the database cannot be reached.
 */
export async function takeSessionLock(databaseUrl: string, key: number): Promise<SessionLock | null> {
  const socket = new Socket()
  const client = await connect(databaseUrl, { stream: () => socket })
  const lost = new AbortController()
  let isReleased = false
  // Without a listener a lost connection would end the process.
  client.on('error', () => lost.abort())
  client.on('end', () => {
    if (!isReleased) lost.abort()
  })
  await client.query(serverKeepsAlive)
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key])
  if (!rows[0]?.taken) {
    await client.end()
    return null
  }
  return {
    lost: lost.signal,
    async release() {
      isReleased = true
      const answered = new AbortController()
      const patience = wait(goodbyeMs, null, { signal: answered.signal }).catch(() => {})
      await Promise.race([client.end(), patience])
      answered.abort()
      socket.destroy()
    },
  }
}

/** Whether any session holds the advisory lock `key`, in this database. Throws `DatabaseError` when it cannot be reached. */
export async function isSessionLockHeld(databaseUrl: string, key: number): Promise<boolean> {
  const client = await connect(databaseUrl)
  try {
    // A key of 64 bits is shown in two halves, and marked with a 1 (PostgreSQL, "pg_locks").
    const { rows } = await client.query<{ held: boolean }>(
      `select exists (
        select from pg_locks
        where locktype = 'advisory' and granted and objsubid = 1
          and database = (select oid from pg_database where datname = current_database())
          and classid = ($1::bigint >> 32)::oid and objid = ($1::bigint & 4294967295)::oid) as held`,
      [key],
    )
    return rows[0]?.held ?? false
  } finally {
    await client.end()
  }
}
