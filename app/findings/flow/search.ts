// The URL of what was opened and fixed, and back; nonsense means the default view.
import { addressOf, repeated } from '#app/_search/address.ts'
import { dateIn, oneOf, pageIn, rangeIn, type SearchParams, someOf } from '#app/_search/params.ts'
import { severities } from '#lib/domain/severity.ts'
import { addDays, dayMs, isoDate } from '#lib/format/date.ts'
import { findingEventKinds } from '#lib/queries/findings/finding-events.ts'
import type { EventFilter } from '#lib/queries/findings/list-finding-events.ts'
import { catalogue, retiredRuleIds } from '#lib/rules/catalogue.ts'

/** How many weeks are looked back on, the running one included. */
export const flowWeeks = 12

export const flowPageSize = 50

export type FlowSearch = {
  /** Half-open, UTC midnights; null: the last twelve weeks, up to the view's own instant. */
  days: { from: Date; to: Date } | null
  filter: EventFilter
  /** From 1. */
  page: number
}

export const everyEvent: FlowSearch = { days: null, filter: { what: null, severities: [], rules: [] }, page: 1 }

const ruleIds = [...catalogue.map(({ id }) => id), ...retiredRuleIds]

export function readFlowSearch(params: SearchParams): FlowSearch {
  const [from, to] = (rangeIn(params.days) ?? []).map(dateIn)
  return {
    days: from && to && from < to ? { from, to } : null,
    filter: {
      what: oneOf(params.what, findingEventKinds),
      severities: someOf(params.severity, severities),
      rules: someOf(params.rule, ruleIds),
    },
    page: pageIn(params.page),
  }
}

/** The address of a view. `path` may be that of an export. */
export function flowHref({ days, filter, page }: FlowSearch, asOf: string | null, path = '/findings/flow'): string {
  return addressOf(path, [
    ['asOf', asOf],
    ['days', days ? `${isoDate(days.from)}..${isoDate(days.to)}` : null],
    ['what', filter.what],
    ...repeated('severity', filter.severities),
    ...repeated('rule', filter.rules),
    ['page', page > 1 ? String(page) : null],
  ])
}

/** The same view, narrowed or widened, from its first page. */
export const withEvents = (search: FlowSearch, changed: Partial<EventFilter>): FlowSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

/** The days that are asked for; without an end, up to `at`. */
export const spanOf = ({ days }: FlowSearch, at: Date): { from: Date; to: Date | null } =>
  days ?? { from: addDays(mondayOf(at), -7 * (flowWeeks - 1)), to: null }

/** Midnight UTC of the Monday of a week. The first day of the epoch was a Thursday. */
const mondayOf = (at: Date) => {
  const day = Math.floor(at.getTime() / dayMs)
  return new Date((day - ((day + 3) % 7)) * dayMs)
}
