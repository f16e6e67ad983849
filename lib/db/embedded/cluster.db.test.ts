// Each test keeps clusters of its own; the run's shared one is not touched.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Cluster, startCluster } from './cluster.ts'
import { recordedServer } from './running-server.ts'

vi.setConfig({ testTimeout: 30_000 })

let folder: string
let started: Cluster[]
beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'kempt-cluster-'))
  chmodSync(parent, 0o755)
  folder = join(parent, 'postgres')
  started = []
})
afterEach(async () => {
  for (const cluster of started) await cluster.stop()
  rmSync(dirname(folder), { recursive: true, force: true })
})

async function start({ fast = true }: { fast?: boolean } = {}): Promise<Cluster> {
  const cluster = await startCluster({ folder, fast })
  started.push(cluster)
  return cluster
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a new cluster wants the password, on loopback, without a unix socket', async () => {
  const { url } = await start()
  const settings = await query(
    url,
    `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'unix_socket_directories') ORDER BY 1`,
  )
  expect(settings).toEqual([
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'unix_socket_directories', setting: '' },
  ])

  const wrong = new URL(url)
  wrong.password = 'guessed'
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  const password = statSync(join(folder, 'password'))
  expect(password.mode & 0o777).toBe(0o600)
  expect(password.uid).toBe(process.getuid?.())
})

test('what was stored is there after a stop and a start', async () => {
  const first = await start()
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await first.stop()

  const second = await start()

  expect(second.startedHere).toBe(true)
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
})

test('a second starter finds the first one, and its stop leaves the database alone', async () => {
  const first = await start()
  const second = await start()
  expect([first.startedHere, second.startedHere, second.url]).toEqual([true, false, first.url])

  await second.stop()

  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('two starters on an empty folder end up on one database', async () => {
  const [first, second] = await Promise.all([start(), start()])

  expect(second.url).toBe(first.url)
  expect([first.startedHere, second.startedHere].filter(Boolean)).toHaveLength(1)
  expect(readdirSync(dirname(folder))).toEqual(['postgres'])
})

test('a server that was killed outright is started again with its data', async () => {
  const first = await start({ fast: false })
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  process.kill(recordedServer(folder)?.pid ?? Number.NaN, 'SIGKILL')

  const second = await start({ fast: false })

  expect(second.startedHere).toBe(true)
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
})

test('the server goes when the process that started it is killed outright', async () => {
  const module = fileURLToPath(new URL('./cluster.ts', import.meta.url))
  const script = `const { startCluster } = await import(process.argv[1]); const { url } = await startCluster({ folder: process.argv[2], fast: true }); console.log(url); setInterval(() => {}, 1000)`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script, module, folder])
  await new Promise((settle) => starter.stdout.once('data', settle))
  const pid = recordedServer(folder)?.pid ?? Number.NaN
  expect(isAlive(pid)).toBe(true)

  starter.kill('SIGKILL')

  await vi.waitFor(() => expect(recordedServer(folder)).toBe(null), { timeout: 10_000 })
})

test('a half-made folder is named, with what to do about it', async () => {
  mkdirSync(join(folder, 'data', 'base'), { recursive: true })

  await expect(startCluster({ folder })).rejects.toThrow(
    `The database folder ${folder} is only half there (data/PG_VERSION, data/global/pg_control, password is missing): put back a whole copy of it, or remove it to begin with an empty history.`,
  )
})

test('a folder PostgreSQL cannot use is named in one sentence, at once', async () => {
  const { stop } = await start()
  await stop()
  rmSync(join(folder, 'data', 'pg_wal'), { recursive: true })

  await expect(startCluster({ folder })).rejects.toThrow(
    new RegExp(`^The database in ${folder} does not start \\(.*pg_wal.*\\): see ${folder}/data/server.log`),
  )
})

test('a folder of another major version is not touched', async () => {
  const { stop } = await start()
  await stop()
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '17\n')

  await expect(startCluster({ folder })).rejects.toThrow('was made by PostgreSQL 17 and this is 18')
})

test('what a killed starter left of a new cluster is cleared away', async () => {
  mkdirSync(`${folder}.making-999999999-abcd/data`, { recursive: true })

  await start()

  expect(readdirSync(dirname(folder))).toEqual(['postgres'])
})

// A checkout in /root or under `mktemp -d`: the unprivileged account cannot walk there by name.
test('a cluster under a private folder works for root too', async () => {
  chmodSync(dirname(folder), 0o700)

  const first = await start()
  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await first.stop()
  const second = await start()
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('the server is told nothing of our environment', async () => {
  vi.stubEnv('ENTRA_CLIENT_SECRET', 'not-for-the-server')
  await start()
  vi.unstubAllEnvs()
  const pid = recordedServer(folder)?.pid
  const environment =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/environ`, 'utf8')
      : execFileSync('ps', ['eww', String(pid)], { encoding: 'utf8' })
  expect(environment).not.toContain('not-for-the-server')
})
