import type { FileFormat } from '#app/_export/table-file.ts'
import { addressOf } from '#app/_search/address.ts'

/** The file of what was closed in the last 30 days. `owner`: a name, `none`, or null for all that is within the scope. */
export const closedFileHref = (owner: string | null, asOf: string | null, format: FileFormat): string =>
  addressOf(`/owners/closed/export.${format}`, [
    ['asOf', asOf],
    ['owner', owner],
  ])
