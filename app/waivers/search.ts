// The URL of Waivers and back; nonsense means the default view.
import { dateIn, oneOf, pageIn, rangeIn, type SearchParams, someOf, textIn } from '#app/_search/params.ts'
import { isoDate } from '#lib/format/date.ts'
import { waiverKinds, waiverStates } from '#lib/domain/waiver.ts'
import {
  byState,
  everyWaiver,
  type WaiverFilter,
  type WaiverOrder,
  waiverSorts,
} from '#lib/queries/waivers/waiver-filter.ts'
import { catalogue, retiredRuleIds } from '#lib/rules/catalogue.ts'

export type WaiversSearch = { filter: WaiverFilter; order: WaiverOrder; page: number }

export const waiverPageSize = 25

export const defaultWaiversSearch: WaiversSearch = { filter: everyWaiver, order: byState, page: 1 }

const ruleIds = [...catalogue.map(({ id }) => id), ...retiredRuleIds]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const usual = (sort: WaiverOrder['sort']) => (sort === 'asked' ? 'desc' : 'asc')

export function readWaiversSearch(params: SearchParams): WaiversSearch {
  const sort = oneOf(params.sort, waiverSorts) ?? byState.sort
  const batch = textIn(params.batch)?.toLowerCase() ?? ''
  return {
    filter: {
      state: oneOf(params.state, waiverStates),
      kinds: someOf(params.kind, waiverKinds),
      rules: someOf(params.rule, ruleIds),
      vault: textIn(params.vault),
      owner: textIn(params.owner),
      text: textIn(params.q),
      batch: uuid.test(batch) ? batch : null,
      endsBefore: dateIn(rangeIn(params.ends)?.[1]),
      fails: params.finding === 'fail',
    },
    order: { sort, direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? usual(sort) },
    page: pageIn(params.page),
  }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function waiversHref({ filter, order, page }: WaiversSearch, asOf: string | null, path = '/waivers'): string {
  const entries: [name: string, value: string | null][] = [
    ['asOf', asOf],
    ['state', filter.state],
    ...filter.kinds.map((kind): [string, string] => ['kind', kind]),
    ...filter.rules.map((id): [string, string] => ['rule', id]),
    ['vault', filter.vault],
    ['owner', filter.owner],
    ['q', filter.text],
    ['batch', filter.batch],
    ['ends', filter.endsBefore ? `..${isoDate(filter.endsBefore)}` : null],
    ['finding', filter.fails ? 'fail' : null],
    ['sort', order.sort === byState.sort ? null : order.sort],
    ['dir', order.direction === usual(order.sort) ? null : order.direction],
    ['page', page > 1 ? String(page) : null],
  ]
  const query = new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  return query.size > 0 ? `${path}?${query}` : path
}

/** The same view, narrowed or widened: from its first page. */
export const withWaiverFilter = (search: WaiversSearch, changed: Partial<WaiverFilter>): WaiversSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

/** The same view without any filter; the state that is looked at is not one. */
export const withoutWaiverFilters = (search: WaiversSearch): WaiversSearch =>
  withWaiverFilter(search, { ...everyWaiver, state: search.filter.state })

/** Those in force over what still fails, whose last day comes before a date. */
export const waiversEnding = (endsBefore: Date): WaiversSearch =>
  withWaiverFilter(defaultWaiversSearch, { state: 'in-force', endsBefore, fails: true })
