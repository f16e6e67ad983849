import type { FileRow } from '#app/_export/table-file.ts'
import type { NamedCaller } from '#lib/queries/callers/named-caller.ts'

/** The cells with which a row of a file says who called. */
export const callerCells = ({ name, identity, kind }: NamedCaller) =>
  ({ caller: name, caller_id: identity, caller_kind: kind }) satisfies FileRow
