// A file about one vault, for whoever may see it: on record, and named after the vault.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, TableFile } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute, type View } from '#app/view.ts'
import { getVault, type VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { vaultHref } from '../search.ts'

/** A file that one route of a vault answers with, in the format its address ends in. */
export type VaultFileAsked = { params: { vaultName: string }; format: FileFormat }

type VaultFile = Pick<TableFile, 'columns' | 'write'> & {
  /** The part of the vault's address its rows are at: "readers". */
  part: string
  /** The address of the view whose rows these are, where it is more than its part. */
  subject?: string
}

export async function vaultFile(
  request: Request,
  { params, format }: VaultFileAsked,
  fileOf: (view: View, vault: VaultDetail) => VaultFile,
): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const vault = await getVault(view.db, view.scope, { at: view.at, name: params.vaultName })
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!vault) return notTheirFile(view, request, 'No such vault is known.')
  const { part, subject = withAsOf(`${vaultHref(vault.name, null)}/${part}`, view.asOf), ...file } = fileOf(view, vault)
  return recordedFile(view, { of: `${part}-${vault.name}`, subject, format, ...file })
}
