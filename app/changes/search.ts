// The URL of Changes and back; nonsense means the default view.
import { addressOf, repeated } from '#app/_search/address.ts'
import { oneOf, pageIn, type SearchParams, someOf, textIn, textsIn } from '#app/_search/params.ts'
import { severities } from '#lib/domain/severity.ts'
import {
  type ChangeFilter,
  changeKinds,
  type ChangeOrder,
  changeSorts,
  everyChange,
  latestFirst,
} from '#lib/queries/changes/change-filter.ts'
import { subjectKinds } from '#lib/queries/findings/finding-filter.ts'
import { catalogue, retiredRuleIds } from '#lib/rules/catalogue.ts'

export const pageSizes = [25, 50, 100] as const

export type ChangesSearch = {
  /** As they are asked for (a date or an instant); null for the usual ones. */
  from: string | null
  to: string | null
  filter: ChangeFilter
  order: ChangeOrder
  /** From 1. */
  page: number
  pageSize: number
}

export const defaultChanges: ChangesSearch = {
  from: null,
  to: null,
  filter: everyChange,
  order: latestFirst,
  page: 1,
  pageSize: 25,
}

const ruleIds = [...catalogue.map(({ id }) => id), ...retiredRuleIds]

const usual = (sort: ChangeOrder['sort']) => (sort === 'when' ? 'desc' : 'asc')

export function readChangesSearch(params: SearchParams): ChangesSearch {
  const sort = oneOf(params.sort, changeSorts) ?? latestFirst.sort
  return {
    from: textIn(params.from),
    to: textIn(params.to),
    filter: {
      changes: someOf(params.change, changeKinds),
      kinds: someOf(params.kind, subjectKinds),
      rules: someOf(params.rule, ruleIds),
      severities: someOf(params.severity, severities),
      vault: textIn(params.vault),
      owner: textIn(params.owner),
      subscriptions: textsIn(params.subscription),
      environments: textsIn(params.environment),
      text: textIn(params.q),
    },
    order: { sort, direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? usual(sort) },
    page: pageIn(params.page),
    pageSize: pageSizes.find((size) => String(size) === textIn(params.size)) ?? defaultChanges.pageSize,
  }
}

/** The address of a view. `path` may be that of an export. */
export function changesHref(search: ChangesSearch, asOf: string | null, path = '/changes'): string {
  const { filter, order, page, pageSize } = search
  return addressOf(path, [
    ['asOf', asOf],
    ['from', search.from],
    ['to', search.to],
    ...repeated('change', filter.changes),
    ...repeated('kind', filter.kinds),
    ...repeated('rule', filter.rules),
    ...repeated('severity', filter.severities),
    ['vault', filter.vault],
    ['owner', filter.owner],
    ...repeated('subscription', filter.subscriptions),
    ...repeated('environment', filter.environments),
    ['q', filter.text],
    ['sort', order.sort === latestFirst.sort ? null : order.sort],
    ['dir', order.direction === usual(order.sort) ? null : order.direction],
    ['size', pageSize === defaultChanges.pageSize ? null : String(pageSize)],
    ['page', page > 1 ? String(page) : null],
  ])
}

/** The same view, narrowed or widened, from its first page. */
export const withChanges = (search: ChangesSearch, changed: Partial<ChangeFilter>): ChangesSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})
