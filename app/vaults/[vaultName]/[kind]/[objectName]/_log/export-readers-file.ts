// The file behind both exports of an object's readers: all of them, with what the card shows of each.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, type FileRow, tableFile } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute } from '#app/view.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { readWindowDays } from '#lib/queries/findings/last-read.ts'
import { getObject } from '#lib/queries/objects/get-object.ts'
import { objectHref } from '../../../../search.ts'
import { coverOf, readersOf, thresholdsOf, versionsOf } from '../asked-once.ts'
import { objectIn } from '../object-in.ts'
import { columns, readerExport } from './reader-export.ts'

type Asked = { params: { vaultName: string; kind: string; objectName: string }; format: FileFormat }

export async function exportReadersFile(request: Request, { params, format }: Asked): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const named = objectIn(params)
  const object = named && (await getObject(db, scope, { at, ...named }))
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!object) return notTheirFile(view, request, 'No such object is known.')
  const { objectId, kind, name, vaultName } = object
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: withAsOf(`${objectHref(object, null)}/readers`, asOf),
    detail: { format },
  })
  return tableFile({
    name: `kempt-readers-${vaultName}-${kind}-${name}-${asOf ?? isoDate(now)}`,
    format,
    columns,
    write: async (take) => {
      const [readers, cover, versions, { oldVersionGraceDays }] = await Promise.all([
        readersOf(view, objectId),
        coverOf(view, object),
        versionsOf(view, objectId),
        thresholdsOf(view, objectId),
      ])
      const made = versions.flatMap(({ version, createdAt }) => (version === null ? [] : [{ version, createdAt }]))
      const window = { since: addDays(at, -readWindowDays), graceDays: oldVersionGraceDays }
      const rows: FileRow[] = readers.map((reader) => readerExport(object, reader, { cover, made, ...window }))
      await take(rows)
    },
  })
}
