// The URL of Operations and back; nonsense means the default view.
import { addressOf, repeated } from '#app/_search/address.ts'
import { oneOf, pageIn, type SearchParams, someOf, textIn } from '#app/_search/params.ts'
import { sensitiveKinds } from '#lib/domain/sensitive-operations.ts'
import { everyOperation, type OperationFilter, operationOutcomes } from '#lib/queries/operations/operation-filter.ts'

export const pageSizes = [25, 50, 100] as const

/** How many days (UTC, today included) a view may reach back. */
export const reaches = [7, 30, 90] as const

export type OperationsSearch = {
  days: (typeof reaches)[number]
  filter: OperationFilter
  /** From 1. */
  page: number
  pageSize: number
}

export const defaultOperations: OperationsSearch = { days: 30, filter: everyOperation, page: 1, pageSize: 25 }

export function readOperationsSearch(params: SearchParams): OperationsSearch {
  return {
    days: reaches.find((days) => String(days) === textIn(params.days)) ?? defaultOperations.days,
    filter: {
      kinds: someOf(params.kind, sensitiveKinds),
      outcomes: someOf(params.outcome, operationOutcomes),
      caller: textIn(params.caller),
      vault: textIn(params.vault),
      text: textIn(params.q),
      look: oneOf(params.look, ['yes'] as const) !== null,
    },
    page: pageIn(params.page),
    pageSize: pageSizes.find((size) => String(size) === textIn(params.size)) ?? defaultOperations.pageSize,
  }
}

/** The address of a view. `path` may be that of an export. */
export function operationsHref(search: OperationsSearch, asOf: string | null, path = '/operations'): string {
  const { days, filter, page, pageSize } = search
  return addressOf(path, [
    ['asOf', asOf],
    ['days', days === defaultOperations.days ? null : String(days)],
    ...repeated('kind', filter.kinds),
    ...repeated('outcome', filter.outcomes),
    ['caller', filter.caller],
    ['vault', filter.vault],
    ['q', filter.text],
    ['look', filter.look ? 'yes' : null],
    ['size', pageSize === defaultOperations.pageSize ? null : String(pageSize)],
    ['page', page > 1 ? String(page) : null],
  ])
}

/** The same view, narrowed or widened, from its first page. */
export const withOperations = (search: OperationsSearch, changed: Partial<OperationFilter>): OperationsSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

export const withoutOperationFilters = (search: OperationsSearch): OperationsSearch =>
  withOperations(search, everyOperation)
