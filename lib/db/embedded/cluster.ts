// Keeps one embedded PostgreSQL cluster running: makes it, starts it or finds it started, and stops only what it started.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseError } from '../database-error.ts'
import { dataFolderOf, logFileOf, readPassword } from './cluster-folder.ts'
import { freePort } from './free-port.ts'
import { makeCluster } from './make-cluster.ts'
import { pathForAccount } from './path-for-account.ts'
import { runAs } from './run-as.ts'
import { clusterUrl, findRunningServer, recordedServer } from './running-server.ts'
import { type Binaries, obtainBinaries } from './server-binaries.ts'
import { stopWithStarter } from './stop-with-starter.ts'
import { type Account, findUnprivilegedAccount } from './unprivileged-account.ts'

export type Cluster = {
  url: string
  /** False when the server was already running: then `stop` leaves it alone. */
  startedHere: boolean
  stop(): Promise<void>
}

/** How long another starter, or the remains of a killed server, may keep us waiting. */
const patienceMs = 30_000

/** Starts the cluster in `folder`, making it first if need be. `fast` gives up durability, for throw-away clusters. */
export async function startCluster({ folder, fast = false }: { folder: string; fast?: boolean }): Promise<Cluster> {
  const place = resolve(folder)
  let password = readPassword(place)
  const account = findUnprivilegedAccount()
  const binaries = await obtainBinaries(account)
  if (password === null) {
    await makeCluster(place, { account, binaries, fast })
    password = readPassword(place)
    if (password === null) throw new DatabaseError(`The database folder ${place} vanished while it was being made.`)
  }

  const deadline = performance.now() + patienceMs
  for (;;) {
    const running = await findRunningServer(place, password)
    if (running !== null) return { url: running, startedHere: false, stop: async () => {} }
    const started = await startServer(place, { account, binaries, fast })
    if ('port' in started) {
      const stop = async () => {
        await stopServer(place, started.pid, { account, binaries })
        started.callOff()
      }
      return { url: clusterUrl(started.port, password), startedHere: true, stop }
    }
    if (!started.passing || performance.now() > deadline) {
      throw new DatabaseError(
        `The database in ${place} does not start (${started.complaint}): see ${logFileOf(place)}, then put back a whole copy of the folder, or remove it to begin with an empty history.`,
      )
    }
    await wait(300)
  }
}

type Tools = { account: Account | null; binaries: Binaries }

async function startServer(
  folder: string,
  { account, binaries, fast }: Tools & { fast: boolean },
): Promise<{ pid: number; port: number; callOff: () => void } | { passing: boolean; complaint: string }> {
  const data = dataFolderOf(folder)
  const name = pathForAccount(account, data)
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_checkpoints: 'off',
    // What lists of a large estate are sorted in; with the usual 4 MB that is done on disk.
    work_mem: '32MB',
    // A failed statement carries names of secrets; the log needs only the error.
    log_min_error_statement: 'panic',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const options = Object.entries(settings).map(([setting, value]) => `-c ${setting}=${value}`)
  const callOff = stopWithStarter(folder, port)
  const logged = readLog(folder).length
  const { ok, complaint } = await runAs(
    account,
    binaries.pgCtl,
    ['start', '-D', name, '-w', '-t', '300', '-s', '-l', `${name}/server.log`, '-o', `-p ${port} ${options.join(' ')}`],
    data,
  )
  const recorded = recordedServer(folder)
  if (ok && recorded?.port === port) return { ...recorded, callOff }
  callOff()
  const fatal = readLog(folder)
    .slice(logged)
    .split('\n')
    .findLast((line) => /\b(FATAL|PANIC):/.test(line))
  const reason = fatal?.replace(/^.*\b(FATAL|PANIC):\s*/, '') ?? complaint.split('\n')[0] ?? ''
  return { passing: passes(reason), complaint: reason }
}

/** Another starter, a server on its way out, the processes of a killed one, a port taken meanwhile: all go away by themselves. */
function passes(reason: string): boolean {
  return /postmaster\.pid|still in use|could not (create|bind) any|server is running/.test(reason)
}

async function stopServer(folder: string, pid: number, { account, binaries }: Tools): Promise<void> {
  if (recordedServer(folder)?.pid !== pid) return
  const data = dataFolderOf(folder)
  const args = ['stop', '-D', pathForAccount(account, data), '-m', 'fast', '-w', '-t', '60', '-s']
  const { ok, complaint } = await runAs(account, binaries.pgCtl, args, data)
  if (!ok && recordedServer(folder)?.pid === pid) {
    throw new DatabaseError(`The database in ${folder} did not stop (${complaint}).`)
  }
}

function readLog(folder: string): string {
  try {
    return readFileSync(logFileOf(folder), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
