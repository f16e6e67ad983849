// The URL of Audit and back; nonsense means the default view.
import { addressOf, repeated } from '#app/_search/address.ts'
import { dateIn, oneOf, pageIn, type SearchParams, someOf, textIn } from '#app/_search/params.ts'
import { auditActions } from '#lib/domain/audit-action.ts'
import { isoDate } from '#lib/format/date.ts'
import { type AuditDirection, type AuditFilter, everyEvent } from '#lib/queries/audit/audit-filter.ts'

export const pageSizes = [25, 50, 100] as const

export type AuditSearch = {
  filter: AuditFilter
  direction: AuditDirection
  /** From 1. */
  page: number
  pageSize: number
}

export const defaultAudit: AuditSearch = { filter: everyEvent, direction: 'desc', page: 1, pageSize: 25 }

export function readAuditSearch(params: SearchParams): AuditSearch {
  // Two days the wrong way round are the same two days.
  const [from, to] = [dateIn(params.from), dateIn(params.to)]
  const turned = from !== null && to !== null && from > to
  return {
    filter: {
      actions: someOf(params.action, auditActions),
      person: textIn(params.person),
      text: textIn(params.q),
      from: turned ? to : from,
      to: turned ? from : to,
    },
    direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? defaultAudit.direction,
    page: pageIn(params.page),
    pageSize: pageSizes.find((size) => String(size) === textIn(params.size)) ?? defaultAudit.pageSize,
  }
}

/** The address of a view. `path` may be that of an export. */
export function auditHref(search: AuditSearch, asOf: string | null, path = '/audit'): string {
  const { filter, direction, page, pageSize } = search
  return addressOf(path, [
    ['asOf', asOf],
    ...repeated('action', filter.actions),
    ['person', filter.person],
    ['q', filter.text],
    ['from', filter.from && isoDate(filter.from)],
    ['to', filter.to && isoDate(filter.to)],
    ['dir', direction === defaultAudit.direction ? null : direction],
    ['size', pageSize === defaultAudit.pageSize ? null : String(pageSize)],
    ['page', page > 1 ? String(page) : null],
  ])
}

/** The same view, narrowed or widened, from its first page. */
export const withAudit = (search: AuditSearch, changed: Partial<AuditFilter>): AuditSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

export const withoutAuditFilters = (search: AuditSearch): AuditSearch => withAudit(search, everyEvent)
