// The filter of the access logs: one link for each state, with exactly as many vaults as it lists.
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { LogCount } from '#lib/queries/log/count-log-coverage.ts'
import { logStates } from '#lib/queries/log/vault-logs.ts'
import { logStateText, logStateWords } from './log-words.ts'
import { logHrefOf, type SnapshotsSearch } from '../search.ts'

export function LogStateLinks({ log, search }: { log: LogCount; search: SnapshotsSearch }) {
  const choices = [
    { state: null, word: 'Every vault', title: undefined, vaults: log.vaults },
    ...logStates.map((state) => ({
      state,
      word: logStateWords[state],
      title: logStateText[state],
      vaults: log.states[state],
    })),
  ]
  return (
    <nav aria-label="Filter by state of the log" className="flex flex-wrap gap-1.5 px-4 pb-3 text-table print:hidden">
      {choices.map(({ state, word, title, vaults }) => {
        const isCurrent = state === search.log
        return (
          <Link
            key={word}
            href={logHrefOf({ ...search, log: state, logPage: 1 })}
            look="plain"
            scroll={false}
            title={title}
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
