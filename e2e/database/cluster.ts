// One throw-away PostgreSQL for a whole test run. Its template holds the migrated schema that every file's database copies.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startCluster } from '#lib/db/embedded/cluster.ts'
import { migrate } from '#lib/db/migrate.ts'
import { template } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's cluster: its maintenance database, with the right to create others. */
    cluster: string
  }
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-test-'))
  // mkdtemp makes a private folder, and the account PostgreSQL runs as has to walk through it.
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder: join(folder, 'postgres'), fast: true })
  const close = async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const client = new pg.Client({ connectionString: cluster.url })
    await client.connect()
    await client.query(`CREATE DATABASE ${template}`)
    await client.end()
    const url = new URL(cluster.url)
    url.pathname = `/${template}`
    await migrate(url.href, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
  } catch (error) {
    await close()
    throw error
  }
  project.provide('cluster', cluster.url)
  return close
}
