// Rows as a file, written while they are read: the first ones leave before the last ones are asked for, and whoever reads
// slowly slows the reading down.
import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | boolean | null
export type FileRow = Readonly<Record<string, Cell>>
export type FileFormat = 'csv' | 'json'

export type TableFile = {
  /** Without its ending: "kempt-at-risk-2026-11-23". */
  name: string
  format: FileFormat
  columns: readonly string[]
  /** Hands batches of rows to `take` until there are none. What it throws breaks the download off: half a file is no file. */
  write: (take: (rows: readonly FileRow[]) => Promise<void>) => Promise<unknown>
}

export function tableFile({ name, format, columns, write }: TableFile): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const encoder = new TextEncoder()
  const send = async (text: string) => {
    await writer.ready
    await writer.write(encoder.encode(text))
  }
  const whole = format === 'csv' ? csv(send, columns, write) : json(send, write)
  whole
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => {
      // The reader is gone; there is nobody left to tell.
    })
  return new Response(readable, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}

type Send = (text: string) => Promise<void>

async function csv(send: Send, columns: readonly string[], write: TableFile['write']) {
  // A cell that begins like a formula is put in quotes' care: spreadsheets would run it.
  const text = (rows: readonly FileRow[], header: boolean) =>
    stringify([...rows], {
      columns: [...columns],
      header,
      escape_formulas: true,
      cast: { boolean: (value) => (value ? 'true' : 'false') },
    })
  await send(text([], true))
  await write((rows) => send(text(rows, false)))
}

async function json(send: Send, write: TableFile['write']) {
  let before = '['
  await write(async (rows) => {
    if (rows.length === 0) return
    await send(`${before}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`)
    before = ','
  })
  await send(before === '[' ? '[]\n' : '\n]\n')
}
