// A file about one caller, for whoever may see it: on record, and named after the caller.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, TableFile } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute, type View } from '#app/view.ts'
import { type CallerDetail, getCaller } from '#lib/queries/callers/get-caller.ts'
import { callerHref } from '../search.ts'
import { identityIn } from './search.ts'

/** A file that one route of a caller answers with, in the format its address ends in. */
export type CallerFileAsked = { params: { identity: string }; format: FileFormat }

type CallerFile = Pick<TableFile, 'columns' | 'write'> & {
  /** What of the caller its rows are, and the part of its address: "addresses". */
  part: string
  /** The address of the view whose rows these are, where it is another one. */
  subject?: string
}

export async function callerFile(
  request: Request,
  { params, format }: CallerFileAsked,
  fileOf: (view: View, caller: CallerDetail) => CallerFile,
): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const identity = identityIn(params.identity)
  const caller = identity === null ? null : await getCaller(view.db, view.scope, { at: view.at, identity })
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!caller) return notTheirFile(view, request, 'No such caller is known.')
  const address = `${callerHref(caller.identity, null)}`
  const { part, subject, ...file } = fileOf(view, caller)
  return recordedFile(view, {
    // An identity may hold anything; the first letters of what a file may be called are enough to tell it.
    of: `${part}-of-${caller.name.replaceAll(/[^\w.@-]+/g, '-').slice(0, 60)}`,
    subject: subject ?? withAsOf(`${address}/${part}`, view.asOf),
    format,
    ...file,
  })
}
