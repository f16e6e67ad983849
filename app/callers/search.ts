// The URL of Callers and back; nonsense means the default view.
import { addressOf, repeated } from '#app/_search/address.ts'
import { columnEntries, columnsIn } from '#app/_search/columns.ts'
import { oneOf, pageIn, type SearchParams, someOf, textIn } from '#app/_search/params.ts'
import {
  byReads,
  callerHabits,
  callerKinds,
  callerSorts,
  type CallerFilter,
  type CallerOrder,
  everyCaller,
} from '#lib/queries/callers/caller-filter.ts'
import { type TableColumn, tableColumnKeys } from './table-columns.ts'

export type CallersSearch = {
  filter: CallerFilter
  order: CallerOrder
  /** Those that are shown. */
  columns: readonly TableColumn[]
  page: number
}

export const callerPageSize = 50

export const defaultCallersSearch: CallersSearch = {
  filter: everyCaller,
  order: byReads,
  columns: tableColumnKeys,
  page: 1,
}

/** Columns whose first click sorts downwards: the largest, or the latest, is what is looked for. */
export const descendingFirst: readonly CallerOrder['sort'][] = callerSorts.filter((sort) => sort !== 'name')

const usual = (sort: CallerOrder['sort']) => (descendingFirst.includes(sort) ? 'desc' : 'asc')

export function readCallersSearch(params: SearchParams): CallersSearch {
  const sort = oneOf(params.sort, callerSorts) ?? byReads.sort
  return {
    filter: {
      text: textIn(params.q),
      kinds: someOf(params.kind, callerKinds),
      vault: textIn(params.vault),
      habits: someOf(params.only, callerHabits),
    },
    order: { sort, direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? usual(sort) },
    columns: columnsIn(params.columns, tableColumnKeys),
    page: pageIn(params.page),
  }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function callersHref(
  { filter, order, columns, page }: CallersSearch,
  asOf: string | null,
  path = '/callers',
): string {
  return addressOf(path, [
    ['asOf', asOf],
    ['q', filter.text],
    ...repeated('kind', filter.kinds),
    ['vault', filter.vault],
    ...repeated('only', filter.habits),
    ...columnEntries(columns, tableColumnKeys),
    ['sort', order.sort === byReads.sort ? null : order.sort],
    ['dir', order.direction === usual(order.sort) ? null : order.direction],
    ['page', page > 1 ? String(page) : null],
  ])
}

/** The same view, narrowed or widened: from its first page. */
export const withCallerFilter = (search: CallersSearch, changed: Partial<CallerFilter>): CallersSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

export const withoutCallerFilters = (search: CallersSearch): CallersSearch => withCallerFilter(search, everyCaller)

/** The page of a caller. */
export const callerHref = (identity: string, asOf: string | null) =>
  `/callers/${encodeURIComponent(identity)}${asOf ? `?asOf=${asOf}` : ''}`
