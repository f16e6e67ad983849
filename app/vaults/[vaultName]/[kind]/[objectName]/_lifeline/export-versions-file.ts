// The file behind both exports of an object's versions: all of them, the newest first. A version is an id and its dates; nobody
// here can read what it holds.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, FileRow } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute } from '#app/view.ts'
import { getObject, type ObjectDetail } from '#lib/queries/objects/get-object.ts'
import type { ObjectVersionRow } from '#lib/queries/objects/list-object-versions.ts'
import { objectHref } from '../../../../search.ts'
import { versionsOf } from '../asked-once.ts'
import { objectIn } from '../object-in.ts'

type Asked = { params: { vaultName: string; kind: string; objectName: string }; format: FileFormat }

export async function exportVersionsFile(request: Request, { params, format }: Asked): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf } = view
  const named = objectIn(params)
  const object = named && (await getObject(db, scope, { at, ...named }))
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!object) return notTheirFile(view, request, 'No such object is known.')
  const { objectId, kind, name, vaultName } = object
  return recordedFile(view, {
    of: `versions-${vaultName}-${kind}-${name}`,
    subject: withAsOf(`${objectHref(object, null)}/versions`, asOf),
    format,
    columns: versionColumns,
    write: async (take) => take((await versionsOf(view, objectId)).map((row) => versionExport(object, row))),
  })
}

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
  { vaultName, kind, name }: Pick<ObjectDetail, 'vaultName' | 'kind' | 'name'>,
  row: ObjectVersionRow,
): FileRow =>
  ({
    vault: vaultName,
    kind,
    name,
    version: row.version,
    made_at: row.createdAt.toISOString(),
    expires_at: iso(row.expiresAt),
    expiry_moved_from: iso(row.movedFromAt),
    enabled: row.enabled,
    last_read_at: iso(row.lastReadAt),
    // Of a version whose id was not read nobody can say who reads it.
    callers: row.version === null ? null : row.callers,
  }) satisfies Record<(typeof versionColumns)[number], unknown>
