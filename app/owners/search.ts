// The URL of Owners and back; nonsense means the default view.
import { addressOf } from '#app/_search/address.ts'
import { columnEntries, columnsIn } from '#app/_search/columns.ts'
import { oneOf, pageIn, type SearchParams, textIn } from '#app/_search/params.ts'
import {
  byPosture,
  everyOwner,
  type OwnerFilter,
  type OwnerOrder,
  type OwnerSort,
  ownerSorts,
} from '#lib/queries/owners/owner-order.ts'
import { type TableColumn, tableColumnKeys } from './table-columns.ts'

export type OwnersSearch = {
  filter: OwnerFilter
  order: OwnerOrder
  columns: readonly TableColumn[]
  /** From 1. */
  page: number
}

export const ownerPageSize = 50

/** Columns whose first click sorts downwards: the most is what is looked for. Posture and its change begin at the lowest. */
export const descendingFirst: readonly OwnerSort[] = ['findings', 'objects', 'vaults', 'expiring', 'waived', 'unknown']

const usual = (sort: OwnerSort) => (descendingFirst.includes(sort) ? 'desc' : 'asc')

export function readOwnersSearch(params: SearchParams): OwnersSearch {
  const sort = oneOf(params.sort, ownerSorts) ?? byPosture.sort
  return {
    filter: { text: textIn(params.q) },
    order: { sort, direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? usual(sort) },
    columns: columnsIn(params.columns, tableColumnKeys),
    page: pageIn(params.page),
  }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function ownersHref(
  { filter, order, columns, page }: OwnersSearch,
  asOf: string | null,
  path = '/owners',
): string {
  return addressOf(path, [
    ['asOf', asOf],
    ['q', filter.text],
    ...columnEntries(columns, tableColumnKeys),
    ['sort', order.sort === byPosture.sort ? null : order.sort],
    ['dir', order.direction === usual(order.sort) ? null : order.direction],
    ['page', page > 1 ? String(page) : null],
  ])
}

export const withoutOwnerFilters = (search: OwnersSearch): OwnersSearch => ({ ...search, filter: everyOwner, page: 1 })
