// The file of a table, on record: what was taken out is known before its first row leaves, even if the download breaks off.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import type { View } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { type TableFile, tableFile } from './table-file.ts'

type RecordedFile = Omit<TableFile, 'name'> & {
  /** What it is of: "runs", "objects-kv-orders". The day and "kempt" are added. */
  of: string
  /** The address of the view whose rows these are. */
  subject: string
}

export async function recordedFile(
  { db, now, asOf, person }: View,
  { of, subject, format, ...file }: RecordedFile,
): Promise<Response> {
  await recordAuditEvent(db, { at: now, person, action: 'exported', subject, detail: { format } })
  return tableFile({ name: `kempt-${of}-${asOf ?? isoDate(now)}`, format, ...file })
}
