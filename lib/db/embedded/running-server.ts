// Is a server running on this cluster, and which one?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { dataFolderOf, superuser } from './cluster-folder.ts'

/** The process and port PostgreSQL wrote down when it started; null when it wrote nothing (or cleaned up at its end). */
export function recordedServer(folder: string): { pid: number; port: number } | null {
  try {
    const [pid, , , port] = readFileSync(join(dataFolderOf(folder), 'postmaster.pid'), 'utf8').split('\n')
    return Number(pid) > 0 && Number(port) > 0 ? { pid: Number(pid), port: Number(port) } : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The address of the running server, or null. */
export async function findRunningServer(folder: string, password: string): Promise<string | null> {
  const recorded = recordedServer(folder)
  if (recorded === null) return null
  // The record outlives a killed server, and its pid and port may belong to a stranger by now. SCRAM proves both sides:
  // only the server of this very cluster can complete the exchange with this password.
  const url = clusterUrl(recorded.port, password)
  return (await answers(url)) ? url : null
}

export const clusterUrl = (port: number, password: string) =>
  `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  // A server that goes away between two packets must not become an unhandled error event.
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
