import type { LogCount } from '#lib/queries/log/count-log-coverage.ts'
import { logStates } from '#lib/queries/log/vault-logs.ts'
import { FilterLinks } from '../filter-links.tsx'
import { logHrefOf, type SnapshotsSearch } from '../search.ts'
import { logStateText, logStateWords } from './log-words.ts'

export function LogStateLinks({ log, search }: { log: LogCount; search: SnapshotsSearch }) {
  const link = (state: SnapshotsSearch['log'], word: string, vaults: number) => ({
    ...{ word, vaults, current: state === search.log },
    href: logHrefOf({ ...search, log: state, logPage: 1 }),
  })
  return (
    <FilterLinks
      label="Filter by state of the log"
      links={[
        link(null, 'Every vault', log.vaults),
        ...logStates.map((state) => ({
          ...link(state, logStateWords[state], log.states[state]),
          title: logStateText[state],
        })),
      ]}
    />
  )
}
