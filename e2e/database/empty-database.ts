// An empty database (no tables) on the run's cluster, for tests of what comes before the schema. Gone after the test file.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** Returns its address. Call it at the top of a test file or in `beforeAll`. `from` names a database to copy. */
export async function emptyDatabase({ from = 'template1' }: { from?: string } = {}): Promise<string> {
  const cluster = inject('cluster')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await command(cluster, `CREATE DATABASE ${name} TEMPLATE ${from}`)
  afterAll(() => command(cluster, `DROP DATABASE ${name} WITH (FORCE)`))
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return url.href
}

async function command(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
