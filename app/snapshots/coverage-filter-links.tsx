import type { CoverageCount } from '#lib/queries/count-coverage.ts'
import { FilterLinks } from './filter-links.tsx'
import { filterWords } from './gap-words.ts'
import { hrefOf, type SnapshotsSearch } from './search.ts'

export function CoverageFilterLinks({ counts, search }: { counts: CoverageCount; search: SnapshotsSearch }) {
  const { not, partly, log } = counts
  const link = (coverage: SnapshotsSearch['coverage'], word: string, vaults: number) => ({
    ...{ word, vaults, current: coverage === search.coverage },
    // Each counts what it leads to, whatever reason was asked for before.
    href: hrefOf({ ...search, coverage, reason: null, page: 1 }),
  })
  return (
    <FilterLinks
      label="Filter by kind of gap"
      links={[
        link(null, 'Every gap', not + partly + log),
        link('not', filterWords.not, not),
        link('partly', filterWords.partly, partly),
        link('log', filterWords.log, log),
      ]}
    />
  )
}
