// Has anything changed that Kempt keeps? One digest for each table; two of them that differ say where.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findRunningServer } from '#lib/db/embedded/running-server.ts'

/** `folder`: that of a cluster that runs. The audit log is left out, and of the queue it is asked how much waits. */
export async function digestOf(folder: string): Promise<Record<string, string>> {
  const url = await findRunningServer(folder, readFileSync(join(folder, 'password'), 'utf8').trim())
  if (!url) throw new Error(`No database runs in ${folder}.`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'audit_event' order by 1`,
    )
    const digests: Record<string, string> = {}
    for (const { name } of rows) {
      const table = client.escapeIdentifier(name)
      digests[name] = await textOf(
        client,
        `select md5(string_agg(t::text, '' order by t::text)) as said from ${table} t`,
      )
    }
    digests.waiting = await textOf(client, `select count(*) as said from pgboss.job where name = 'snapshot'`)
    return digests
  } finally {
    await client.end()
  }
}

async function textOf(client: pg.Client, query: string): Promise<string> {
  const { rows } = await client.query<{ said: string | null }>(query)
  return rows[0]?.said ?? 'empty'
}
