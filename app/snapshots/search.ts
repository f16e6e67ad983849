// The Snapshots page's URL and back: which vaults the ledgers list, and which pages of the tables.
import { type UnreadCode, unreadCodes } from '#lib/domain/observed.ts'
import type { CoverageFilter } from '#lib/queries/list-coverage.ts'
import { type LogState, logStates } from '#lib/queries/log/vault-logs.ts'

export type SnapshotsSearch = {
  coverage: CoverageFilter | null
  /** Why the vaults of the coverage ledger were not read. */
  reason: UnreadCode | null
  /** Page of the coverage ledger, from 1. */
  page: number
  /** Page of the runs, from 1. */
  runs: number
  /** State of the access logs that are listed, and the page of them, from 1. */
  log: LogState | null
  logPage: number
  asOf: string | null
}

const filters: readonly CoverageFilter[] = ['not', 'partly', 'log']

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

const pageIn = (value: string | string[] | undefined) => {
  const text = first(value) ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}

/** Nonsense means the default view. `asOf` is the day the view settled on. */
export function readSearch(
  params: Record<string, string | string[] | undefined>,
  { asOf }: { asOf: string | null },
): SnapshotsSearch {
  const wanted = first(params.coverage)
  const log = first(params.log)
  return {
    coverage: filters.find((filter) => filter === wanted) ?? null,
    reason: unreadCodes.find((code) => code === first(params.reason)) ?? null,
    page: pageIn(params.page),
    runs: pageIn(params.runs),
    log: logStates.find((state) => state === log) ?? null,
    logPage: pageIn(params.logPage),
    asOf,
  }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function hrefOf(search: SnapshotsSearch, path = '/snapshots'): string {
  const query = new URLSearchParams()
  if (search.asOf) query.set('asOf', search.asOf)
  if (search.coverage) query.set('coverage', search.coverage)
  if (search.reason) query.set('reason', search.reason)
  if (search.page > 1) query.set('page', String(search.page))
  if (search.runs > 1) query.set('runs', String(search.runs))
  if (search.log) query.set('log', search.log)
  if (search.logPage > 1) query.set('logPage', String(search.logPage))
  return query.size > 0 ? `${path}?${query}` : path
}

/** The same, with the access logs in sight. */
export const logHrefOf = (search: SnapshotsSearch) => `${hrefOf(search)}#log`

/** The file of the vaults in the coverage ledger, all pages of them. */
export const coverageFileHref = ({ asOf, coverage, reason }: SnapshotsSearch, format: 'csv' | 'json') =>
  hrefOf({ coverage, reason, page: 1, runs: 1, asOf, log: null, logPage: 1 }, `/snapshots/coverage/export.${format}`)

/** The file of the access logs that are listed, all pages of them. */
export const logFileHref = ({ asOf, log }: SnapshotsSearch, format: 'csv' | 'json') =>
  hrefOf({ coverage: null, reason: null, page: 1, runs: 1, asOf, log, logPage: 1 }, `/snapshots/log/export.${format}`)
