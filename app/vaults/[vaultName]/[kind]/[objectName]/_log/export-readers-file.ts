// The file behind both exports of an object's readers: all of them, with what the card shows of each.
import { addDays } from '#lib/format/date.ts'
import { readWindowDays } from '#lib/queries/findings/last-read.ts'
import { coverOf, readersOf, thresholdsOf, versionsOf } from '../asked-once.ts'
import { type ObjectFileAsked, objectFile } from '../object-file.ts'
import { columns, readerExport } from './reader-export.ts'

export const exportReadersFile = (request: Request, asked: ObjectFileAsked): Promise<Response> =>
  objectFile(request, asked, (view, object) => ({
    part: 'readers',
    columns,
    write: async (take) => {
      const { objectId } = object
      const [readers, cover, versions, { oldVersionGraceDays }] = await Promise.all([
        readersOf(view, objectId),
        coverOf(view, object),
        versionsOf(view, objectId),
        thresholdsOf(view, objectId),
      ])
      const made = versions.flatMap(({ version, createdAt }) => (version === null ? [] : [{ version, createdAt }]))
      const window = { since: addDays(view.at, -readWindowDays), graceDays: oldVersionGraceDays }
      await take(readers.map((reader) => readerExport(object, reader, { cover, made, ...window })))
    },
  }))
