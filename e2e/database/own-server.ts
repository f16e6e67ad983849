// A PostgreSQL of a test's own, which can be stopped in the middle of everything and started again: the same data, the same address.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startCluster } from '#lib/db/embedded/cluster.ts'
import { dataFolderOf } from '#lib/db/embedded/cluster-folder.ts'
import { pathForAccount } from '#lib/db/embedded/path-for-account.ts'
import { runAs } from '#lib/db/embedded/run-as.ts'
import { obtainBinaries } from '#lib/db/embedded/server-binaries.ts'
import { findUnprivilegedAccount } from '#lib/db/embedded/unprivileged-account.ts'
import { migrate } from '#lib/db/migrate.ts'
import { template } from './template.ts'

const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

export type OwnServer = {
  /** The whole schema, no rows; returns its address, which holds over a stop and a start. */
  freshDatabase(name: string): Promise<string>
  /** `fast`: as it is shut down, every session ended with a word. `immediate`: as it crashes. */
  stop(how: 'fast' | 'immediate'): Promise<void>
  start(): Promise<void>
  command(url: string, statement: string): Promise<void>
  close(): Promise<void>
}

/**
 * What was committed before a crash of the server is there after it, unlike with the one that tests share. Only against a loss of
 * power it is not proof.
 */
export async function openOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-own-'))
  // mkdtemp makes a private folder, and the account PostgreSQL runs as has to walk through it.
  chmodSync(folder, 0o755)
  const place = join(folder, 'postgres')
  const cluster = await startCluster({ folder: place, fast: true })
  await command(cluster.url, `create database ${template}`)
  await migrate(addressOf(cluster.url, template), migrations)

  const account = findUnprivilegedAccount()
  const { pgCtl } = await obtainBinaries(account)
  const data = dataFolderOf(place)
  const { port } = new URL(cluster.url)
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  const name = pathForAccount(account, data)
  async function control(...args: string[]) {
    const { ok, complaint } = await runAs(account, pgCtl, [...args, '-D', name, '-w', '-s'], data)
    if (!ok) throw new Error(`The server of the test: ${args[0]} failed (${complaint}).`)
  }
  const stop = (how: 'fast' | 'immediate') => control('stop', '-m', how)
  const start = () => control('start', '-l', `${name}/server.log`, '-o', options)
  // Once, so that it runs as it will run again.
  await stop('fast')
  await start()
  return {
    async freshDatabase(name) {
      await command(cluster.url, `create database ${name} template ${template}`)
      return addressOf(cluster.url, name)
    },
    stop,
    start,
    command,
    async close() {
      await stop('immediate').catch(() => {})
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
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
