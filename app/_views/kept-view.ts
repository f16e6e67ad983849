// Which lists can be kept as views, and what of an address is kept: what the parser of the list itself makes of it, written anew by
// its own builder, without its day, page and open row. So nonsense is never stored, and no stored text leads anywhere but there.
import type { SearchParams } from '#app/_search/params.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { auditHref, readAuditSearch } from '#app/audit/search.ts'
import { callersHref, readCallersSearch } from '#app/callers/search.ts'
import { askedIn } from '#app/changes/comparison.ts'
import { changesHref, readChangesSearch } from '#app/changes/search.ts'
import { findingsHref, readFindingsSearch } from '#app/findings/search.ts'
import { operationsHref, readOperationsSearch } from '#app/operations/search.ts'
import { ownersHref, readOwnersSearch } from '#app/owners/search.ts'
import { readVaultsSearch, vaultsHref } from '#app/vaults/search.ts'
import { paramsOf } from '#app/waivers/read-href.ts'
import { readWaiversSearch, waiversHref } from '#app/waivers/search.ts'

const lists = {
  '/findings': (params: SearchParams) => findingsHref({ ...readFindingsSearch(params), page: 1, row: null }, null),
  '/vaults': (params: SearchParams) => vaultsHref({ ...readVaultsSearch(params), page: 1 }, null),
  '/changes': (params: SearchParams) => {
    const { from, to, ...search } = readChangesSearch(params)
    // The page makes instants of these two only once it knows the snapshots: what can be none is not kept.
    const instant = (text: string | null) => (text && askedIn({ from: text }).from ? text : null)
    return changesHref({ ...search, from: instant(from), to: instant(to), page: 1 }, null)
  },
  '/callers': (params: SearchParams) => callersHref({ ...readCallersSearch(params), page: 1 }, null),
  '/operations': (params: SearchParams) => operationsHref({ ...readOperationsSearch(params), page: 1 }, null),
  '/owners': (params: SearchParams) => ownersHref({ ...readOwnersSearch(params), page: 1 }, null),
  '/waivers': (params: SearchParams) => waiversHref({ ...readWaiversSearch(params), page: 1 }, null),
  '/audit': (params: SearchParams) => auditHref({ ...readAuditSearch(params), page: 1 }, null),
} as const

export type ListPath = keyof typeof lists

export type KeptView = { path: ListPath; query: string }

const own = 'http://own.invalid'

/** What is kept of an address; null when it is that of no list. */
export function keptView(address: unknown): KeptView | null {
  if (typeof address !== 'string' || !URL.canParse(address, own)) return null
  const { origin, pathname } = new URL(address, own)
  const path = (Object.keys(lists) as ListPath[]).find((one) => one === pathname)
  if (!path || origin !== own) return null
  return { path, query: lists[path](paramsOf(address)).slice(path.length + 1) }
}

/** The address of a kept view on a day. It is read once more: a list may have learned or forgotten a parameter since. */
export const keptHref = ({ path, query }: KeptView, asOf: string | null) =>
  withAsOf(lists[path](paramsOf(`${path}?${query}`)), asOf)
