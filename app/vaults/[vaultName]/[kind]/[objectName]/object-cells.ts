import type { FileRow } from '#app/_export/table-file.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'

/** The cells with which a row of a file says which object it is about. */
export const objectCells = ({ vaultName, kind, name }: Pick<ObjectDetail, 'vaultName' | 'kind' | 'name'>) =>
  ({ vault: vaultName, kind, name }) satisfies FileRow
