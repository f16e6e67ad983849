// What one snapshot wrote, by table and in two measures: the write-ahead log (rows, their indexes, everything), and the rows
// of intervals that it began or ended.
import type { ThrowAway } from './throw-away-database.ts'

export type Bytes = Map<string, number>

export type Written = { log: Bytes; rows: Bytes }

const intervals = [
  'vault_state',
  'object_state',
  'object_version',
  'object_detail',
  'deleted_object',
  'deleted_vault',
  'observation',
  'verdict',
  'tally',
]

/** `from` and `to` are positions of the log. */
export async function bytesWritten(database: ThrowAway, at: Date, from: string, to: string): Promise<Written> {
  return { log: await logBytes(database, from, to), rows: await rowBytes(database, at) }
}

async function logBytes({ query }: ThrowAway, from: string, to: string): Promise<Bytes> {
  const found = await query<{ name: string; bytes: string }>(
    `select coalesce(regexp_replace(own.relname, '_id_seq$', ''), 'other') as name, sum(record.record_length) as bytes
     from pg_get_wal_block_info($1::pg_lsn, $2::pg_lsn, false) record
     left join pg_class touched on pg_relation_filenode(touched.oid) = record.relfilenode
     left join pg_index i on i.indexrelid = touched.oid
     left join pg_class own on own.oid = coalesce(i.indrelid, touched.oid) and own.relnamespace = 'public'::regnamespace
     where record.block_id = 0 group by 1`,
    [from, to],
  )
  const bytes = new Map(found.map((row) => [row.name, Number(row.bytes)]))
  const [row] = await query<{ total: string }>('select pg_wal_lsn_diff($2::pg_lsn, $1::pg_lsn) as total', [from, to])
  // Commits, the catalogue, and what pads the log's pages.
  bytes.delete('other')
  return bytes.set('other', Number(row?.total ?? 0) - sumOf(bytes.values()))
}

async function rowBytes({ query }: ThrowAway, at: Date): Promise<Bytes> {
  const sizes: Bytes = new Map()
  for (const table of intervals) {
    const [row] = await query<{ bytes: string }>(
      `select coalesce(sum(pg_column_size(t.*)), 0) as bytes from "${table}" t where valid_from = $1 or valid_to = $1`,
      [at],
    )
    sizes.set(table, Number(row?.bytes ?? 0))
  }
  return sizes
}

export const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((total, each) => total + each, 0)

export function bytesText(bytes: number): string {
  if (bytes < 10_000) return `${bytes} B`
  return bytes < 10_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
