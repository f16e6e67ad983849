// The URL of one vault's page: which of its objects are shown, in what order.
import { addressOf } from '#app/_search/address.ts'
import { oneOf, pageIn, type SearchParams, textIn } from '#app/_search/params.ts'
import { type VaultObjectSort, vaultObjectSorts } from '#lib/queries/vaults/list-vault-objects.ts'
import { vaultHref } from '../search.ts'

export type VaultSearch = {
  text: string | null
  sort: VaultObjectSort
  direction: 'asc' | 'desc'
  /** From 1. */
  page: number
}

const usual = (sort: VaultObjectSort) => (sort === 'risk' ? 'desc' : 'asc')

export function readVaultSearch(params: SearchParams): VaultSearch {
  const sort = oneOf(params.sort, vaultObjectSorts) ?? 'risk'
  return {
    text: textIn(params.q),
    sort,
    direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? usual(sort),
    page: pageIn(params.page),
  }
}

/** The address of the vault's objects as they are asked for. */
export function objectsHref(
  name: string,
  { text, sort, direction, page }: VaultSearch,
  asOf: string | null,
  /** Of their file, under the address of the vault: "/objects/export.csv". */
  file: `/objects${string}` | null = null,
): string {
  const address = addressOf(`${vaultHref(name, null)}${file ?? ''}`, [
    ['asOf', asOf],
    ['q', text],
    ['sort', sort === 'risk' ? null : sort],
    ['dir', direction === usual(sort) ? null : direction],
    ['page', page > 1 ? String(page) : null],
  ])
  return file ? address : `${address}#objects`
}
