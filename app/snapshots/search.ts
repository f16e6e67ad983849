// The Snapshots page's URL and back: which vaults the ledger lists, and which pages of both tables.
import type { CoverageFilter } from '#lib/queries/list-coverage.ts'

export type SnapshotsSearch = {
  coverage: CoverageFilter | null
  /** Page of the coverage ledger, from 1. */
  page: number
  /** Page of the runs, from 1. */
  runs: number
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
  return {
    coverage: filters.find((filter) => filter === wanted) ?? null,
    page: pageIn(params.page),
    runs: pageIn(params.runs),
    asOf,
  }
}

/** The address of a view; what is default stays out of it. */
export function hrefOf(search: SnapshotsSearch): string {
  const query = new URLSearchParams()
  if (search.asOf) query.set('asOf', search.asOf)
  if (search.coverage) query.set('coverage', search.coverage)
  if (search.page > 1) query.set('page', String(search.page))
  if (search.runs > 1) query.set('runs', String(search.runs))
  return query.size > 0 ? `/snapshots?${query}` : '/snapshots'
}
