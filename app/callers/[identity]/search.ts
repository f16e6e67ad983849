// The URL of one caller's page: which caller, and in what order what it reads is shown.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { addressOf } from '#app/_search/address.ts'
import { oneOf, pageIn, type SearchParams } from '#app/_search/params.ts'
import { type CallerReadSort, callerReadSorts } from '#lib/queries/callers/list-caller-reads.ts'
import { callerHref } from '../search.ts'

export type CallerSearch = {
  sort: CallerReadSort
  direction: 'asc' | 'desc'
  /** From 1. */
  page: number
}

export const defaultCallerSearch: CallerSearch = { sort: 'reads', direction: 'desc', page: 1 }

export const descendingFirst: readonly CallerReadSort[] = ['reads', 'last', 'most', 'needless']

const usual = (sort: CallerReadSort) => (descendingFirst.includes(sort) ? 'desc' : 'asc')

export function readCallerSearch(params: SearchParams): CallerSearch {
  const sort = oneOf(params.sort, callerReadSorts) ?? defaultCallerSearch.sort
  return {
    sort,
    direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? usual(sort),
    page: pageIn(params.page),
  }
}

/** The address of what the caller reads as it is asked for; `file` is that of an export. */
export function callerReadsHref(
  identity: string,
  { sort, direction, page }: CallerSearch,
  asOf: string | null,
  file?: 'export.csv' | 'export.json',
): string {
  const path = callerHref(identity, null)
  const address = addressOf(file ? `${path}/${file}` : path, [
    ['asOf', asOf],
    ['sort', sort === defaultCallerSearch.sort ? null : sort],
    ['dir', direction === usual(sort) ? null : direction],
    ['page', page > 1 ? String(page) : null],
  ])
  return file ? address : `${address}#reads`
}

/** The address of a part of a caller's page: `addresses/export.csv`. */
export const callerPartHref = (identity: string, part: string, asOf: string | null): string =>
  withAsOf(`${callerHref(identity, null)}/${part}`, asOf)

/** The identity in the address; null for what could not be one, which is answered like a caller nobody knows. */
export function identityIn(segment: string): string | null {
  if (/%(?![0-9a-f]{2})/i.test(segment)) return null
  try {
    const identity = decodeURIComponent(segment)
    return identity.length <= 300 && !identity.includes('\0') ? identity : null
  } catch {
    // Escapes that are no text.
    return null
  }
}
