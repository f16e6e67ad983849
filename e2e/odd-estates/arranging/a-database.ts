// A database of its own, beside the demo's in the same PostgreSQL: the whole schema, no rows, gone afterwards.
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startCluster } from '#lib/db/embedded/cluster.ts'
import { migrate } from '#lib/db/migrate.ts'
import { demoFile } from '../../house/target.ts'

export type OddDatabase = { url: string; query(statement: string): Promise<void>; close(): Promise<void> }

const migrations = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

export async function openOddDatabase(): Promise<OddDatabase> {
  // Finds the one that the demo runs, and leaves it running.
  const cluster = await startCluster({ folder: demoFile('postgres') })
  const name = `odd_${randomUUID().replaceAll('-', '')}`
  await command(cluster.url, `CREATE DATABASE ${name}`)
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  const close = async () => {
    await command(cluster.url, `DROP DATABASE ${name} WITH (FORCE)`)
    await cluster.stop()
  }
  try {
    await migrate(url.href, migrations)
  } catch (error) {
    await close()
    throw error
  }
  return { url: url.href, query: (statement) => command(url.href, statement), close }
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
