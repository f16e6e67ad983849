// The ledger's filter: one link for each kind of gap, with exactly as many vaults as it lists.
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { CoverageCount } from '#lib/queries/count-coverage.ts'
import { filterWords } from './gap-words.ts'
import { hrefOf, type SnapshotsSearch } from './search.ts'

export function CoverageFilterLinks({ counts, search }: { counts: CoverageCount; search: SnapshotsSearch }) {
  const choices = [
    { coverage: null, word: 'Every gap', vaults: counts.not + counts.partly + counts.log },
    { coverage: 'not', word: filterWords.not, vaults: counts.not },
    { coverage: 'partly', word: filterWords.partly, vaults: counts.partly },
    { coverage: 'log', word: filterWords.log, vaults: counts.log },
  ] as const
  return (
    <nav aria-label="Filter by kind of gap" className="flex flex-wrap gap-1.5 px-4 pb-3 text-table print:hidden">
      {choices.map(({ coverage, word, vaults }) => {
        const isCurrent = coverage === search.coverage
        return (
          <Link
            key={word}
            href={hrefOf({ ...search, coverage, page: 1 })}
            look="plain"
            scroll={false}
            aria-current={isCurrent ? 'true' : undefined}
            className={`inline-flex h-7 items-center gap-1.5 rounded-md border px-2.5 ${
              isCurrent ? 'border-line-strong bg-accent-soft font-medium' : 'border-line text-soft hover:bg-sunken'
            }`}
          >
            {word} <span className="text-faint">{count(vaults)}</span>
          </Link>
        )
      })}
    </nav>
  )
}
