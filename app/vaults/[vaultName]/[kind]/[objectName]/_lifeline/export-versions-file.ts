// The file behind both exports of an object's versions: all of them, the newest first. A version is an id and its dates; nobody
// here can read what it holds.
import type { FileRow } from '#app/_export/table-file.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import type { ObjectVersionRow } from '#lib/queries/objects/list-object-versions.ts'
import { versionsOf } from '../asked-once.ts'
import { objectCells } from '../object-cells.ts'
import { type ObjectFileAsked, objectFile } from '../object-file.ts'

export const exportVersionsFile = (request: Request, asked: ObjectFileAsked): Promise<Response> =>
  objectFile(request, asked, (view, object) => ({
    part: 'versions',
    columns: versionColumns,
    write: async (take) => take((await versionsOf(view, object.objectId)).map((row) => versionExport(object, row))),
  }))

export const versionColumns = [
  'vault',
  'kind',
  'name',
  'version',
  'made_at',
  'expires_at',
  'expiry_moved_from',
  'enabled',
  'last_read_at',
  'callers',
] as const

const iso = (at: Date | null) => at?.toISOString() ?? null

export const versionExport = (
  object: Pick<ObjectDetail, 'vaultName' | 'kind' | 'name'>,
  row: ObjectVersionRow,
): FileRow =>
  ({
    ...objectCells(object),
    version: row.version,
    made_at: row.createdAt.toISOString(),
    expires_at: iso(row.expiresAt),
    expiry_moved_from: iso(row.movedFromAt),
    enabled: row.enabled,
    last_read_at: iso(row.lastReadAt),
    // Of a version whose id was not read nobody can say who reads it.
    callers: row.version === null ? null : row.callers,
  }) satisfies Record<(typeof versionColumns)[number], unknown>
