// The URL of At risk and back. Everything that changes what is shown is in it; nonsense means the default view.
import { columnEntries, columnsIn } from '#app/_search/columns.ts'
import {
  dateIn,
  oneOf,
  pageIn,
  rangeIn,
  type SearchParams,
  someOf,
  textIn,
  textsIn,
  wholeIn,
} from '#app/_search/params.ts'
import { severities } from '#lib/domain/severity.ts'
import { isoDate } from '#lib/format/date.ts'
import {
  everyFinding,
  type FindingFilter,
  findingStatuses,
  readStates,
  subjectKinds,
} from '#lib/queries/findings/finding-filter.ts'
import { byRisk, type FindingOrder, findingSorts } from '#lib/queries/findings/finding-order.ts'
import { catalogue, retiredRuleIds } from '#lib/rules/catalogue.ts'
import { ruleAreas } from '#lib/rules/rule.ts'
import { type TableColumn, tableColumnKeys } from './table-columns.ts'

export const groupings = ['object', 'finding', 'rule', 'vault'] as const

export type Grouping = (typeof groupings)[number]

export const pageSizes = [25, 50, 100] as const

export type FindingsSearch = {
  filter: FindingFilter
  order: FindingOrder
  group: Grouping
  /** Those that are shown of the table of objects. */
  columns: readonly TableColumn[]
  /** From 1. */
  page: number
  pageSize: number
  /** The row whose drawer is open. */
  row: string | null
}

export const defaultSearch: FindingsSearch = {
  filter: everyFinding,
  order: byRisk,
  group: 'object',
  columns: tableColumnKeys,
  page: 1,
  pageSize: 25,
  row: null,
}

const ruleIds = [...catalogue.map(({ id }) => id), ...retiredRuleIds]
const mostDays = 36_500

export function readFindingsSearch(params: SearchParams): FindingsSearch {
  const sort = oneOf(params.sort, findingSorts) ?? byRisk.sort
  return {
    filter: {
      status: oneOf(params.status, findingStatuses) ?? 'fail',
      rules: someOf(params.rule, ruleIds),
      severities: someOf(params.severity, severities),
      areas: someOf(params.area, ruleAreas),
      kinds: someOf(params.kind, subjectKinds),
      subscriptions: textsIn(params.subscription),
      environments: textsIn(params.environment),
      owner: textIn(params.owner),
      vault: textIn(params.vault),
      enabled: yesOrNo(params.enabled),
      tag: tagIn(params.tag),
      read: oneOf(params.read, readStates),
      expires: expiresIn(params),
      age: ageIn(params),
      text: textIn(params.q),
    },
    order: { sort, direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? (sort === 'risk' ? 'desc' : 'asc') },
    group: oneOf(params.group, groupings) ?? 'object',
    columns: columnsIn(params.columns, tableColumnKeys),
    page: pageIn(params.page),
    pageSize: pageSizes.find((size) => String(size) === textIn(params.size)) ?? defaultSearch.pageSize,
    row: /^[ov]\d{1,9}$/.test(textIn(params.row) ?? '') ? textIn(params.row) : null,
  }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function findingsHref(search: FindingsSearch, asOf: string | null, path = '/findings'): string {
  const { filter, order, group, columns, page, pageSize, row } = search
  const entries: (readonly [name: string, value: string | null])[] = [
    ['asOf', asOf],
    ['status', filter.status === 'fail' ? null : filter.status],
    ...filter.rules.map((id): [string, string] => ['rule', id]),
    ...filter.severities.map((severity): [string, string] => ['severity', severity]),
    ...filter.areas.map((area): [string, string] => ['area', area.toLowerCase()]),
    ...filter.kinds.map((kind): [string, string] => ['kind', kind]),
    ...filter.subscriptions.map((subscription): [string, string] => ['subscription', subscription]),
    ...filter.environments.map((environment): [string, string] => ['environment', environment]),
    ['owner', filter.owner],
    ['vault', filter.vault],
    ['enabled', filter.enabled === null ? null : filter.enabled ? 'yes' : 'no'],
    ['tag', filter.tag ? tagText(filter.tag) : null],
    ['read', filter.read],
    ['expires', filter.expires ? `${dateText(filter.expires.from)}..${dateText(filter.expires.to)}` : null],
    ['age', filter.age ? `${filter.age.fromDays ?? ''}..${filter.age.toDays ?? ''}` : null],
    ['q', filter.text],
    ['group', group === 'object' ? null : group],
    ...columnEntries(columns, tableColumnKeys),
    ['sort', order.sort === 'risk' ? null : order.sort],
    ['dir', order.direction === (order.sort === 'risk' ? 'desc' : 'asc') ? null : order.direction],
    ['size', pageSize === defaultSearch.pageSize ? null : String(pageSize)],
    ['page', page > 1 ? String(page) : null],
    ['row', row],
  ]
  const query = new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  return query.size > 0 ? `${path}?${query}` : path
}

/** The same view, narrowed or widened: from its first page, with no row open. */
export const withFilter = (search: FindingsSearch, changed: Partial<FindingFilter>): FindingsSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
  row: null,
})

export const tagText = ({ name, value }: { name: string; value: string | null }) =>
  value === null ? name : `${name}=${value}`

export const dateText = (at: Date | null) => (at ? isoDate(at) : '')

function yesOrNo(value: SearchParams[string]): boolean | null {
  const word = oneOf(value, ['yes', 'no'] as const)
  return word === null ? null : word === 'yes'
}

function tagIn(value: SearchParams[string]): FindingFilter['tag'] {
  const text = textIn(value)
  if (!text) return null
  const equals = text.indexOf('=')
  if (equals < 0) return { name: text, value: null }
  const name = text.slice(0, equals).trim()
  return name ? { name, value: text.slice(equals + 1).trim() || null } : null
}

/** `expires=a..b` as links write it, or the two dates of the form. */
function expiresIn(params: SearchParams): FindingFilter['expires'] {
  const [fromText, toText] = rangeIn(params.expires) ?? [params.expiresFrom, params.expiresTo]
  const [from, to] = [dateIn(fromText), dateIn(toText)]
  if ((!from && !to) || (from && to && from >= to)) return null
  return { from, to }
}

/** `age=a..b` as links write it, or the two numbers of the form. */
function ageIn(params: SearchParams): FindingFilter['age'] {
  const [fromText, toText] = rangeIn(params.age) ?? [params.ageFrom, params.ageTo]
  const [fromDays, toDays] = [wholeIn(fromText, 0, mostDays), wholeIn(toText, 1, mostDays)]
  if ((fromDays === null && toDays === null) || (fromDays !== null && toDays !== null && fromDays >= toDays))
    return null
  return { fromDays, toDays }
}
