// A file about one object, for whoever may see it: on record, and named after the object.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, TableFile } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute, type View } from '#app/view.ts'
import { getObject, type ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { objectHref } from '../../../search.ts'
import { objectIn } from './object-in.ts'

/** A file that one route of an object answers with, in the format its address ends in. */
export type ObjectFileAsked = {
  params: { vaultName: string; kind: string; objectName: string }
  format: FileFormat
}

type ObjectFile = Pick<TableFile, 'columns' | 'write'> & {
  /** The part of the object's address its rows are at: "readers". */
  part: string
}

export async function objectFile(
  request: Request,
  { params, format }: ObjectFileAsked,
  fileOf: (view: View, object: ObjectDetail) => ObjectFile,
): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const named = objectIn(params)
  const object = named && (await getObject(view.db, view.scope, { at: view.at, ...named }))
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!object) return notTheirFile(view, request, 'No such object is known.')
  const { part, ...file } = fileOf(view, object)
  return recordedFile(view, {
    of: `${part}-${object.vaultName}-${object.kind}-${object.name}`,
    subject: withAsOf(`${objectHref(object, null)}/${part}`, view.asOf),
    format,
    ...file,
  })
}
