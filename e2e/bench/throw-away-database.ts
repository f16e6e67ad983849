// A PostgreSQL of the bench's own, gone afterwards. Nothing but the job writes in it: no vacuum by itself, and no images of
// whole pages in the log, which would measure when the last checkpoint was and not what a snapshot says.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startCluster } from '#lib/db/embedded/cluster.ts'
import { migrate } from '#lib/db/migrate.ts'

export type ThrowAway = Awaited<ReturnType<typeof openThrowAwayDatabase>>

export async function openThrowAwayDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-bench-'))
  // mkdtemp makes a private folder, and the account PostgreSQL runs as has to walk through it.
  chmodSync(folder, 0o755)
  // `fast` turns full_page_writes off.
  const cluster = await startCluster({ folder: join(folder, 'postgres'), fast: true })
  const client = new pg.Client({ connectionString: cluster.url })
  const close = async () => {
    await client.end()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await client.connect()
    await client.query('alter system set autovacuum = off')
    // So that what a snapshot wrote can be read back from the log afterwards.
    await client.query("alter system set wal_keep_size = '4GB'")
    await client.query('select pg_reload_conf()')
    await client.query('create extension pg_walinspect')
    await migrate(cluster.url, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
  } catch (error) {
    await close()
    throw error
  }
  const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(text, values)).rows
  return {
    url: cluster.url,
    query,
    close,
    /** Where the write-ahead log stands. */
    async position(): Promise<string> {
      const [row] = await query<{ position: string }>('select pg_current_wal_flush_lsn()::text as position')
      return row?.position ?? '0/0'
    },
  }
}
