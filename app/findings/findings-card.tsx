// The rows of At risk in the grouping that is asked for, with their number, pages and page size.
import type { View } from '#app/view.ts'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { FindingCount } from '#lib/queries/findings/count-findings.ts'
import { FindingsTable } from './findings-table.tsx'
import { RuleGroups, VaultGroups } from './group-tables.tsx'
import { SingleFindings } from './single-findings.tsx'
import { NothingFound } from './nothing-found.tsx'
import type { GroupedRows } from './read-rows.ts'
import { type FindingsSearch, findingsHref, type Grouping, pageSizes } from './search.ts'
import { singleText, subjectsText, subjectsUnit } from './words.ts'
import { findingsText } from '../waivers/words.ts'

type FindingsCardProps = {
  view: View
  search: FindingsSearch
  counts: FindingCount
  found: GroupedRows
  filtered: boolean
  rotationDays: number
}

export function FindingsCard({ view, search, counts, found, filtered, rotationDays }: FindingsCardProps) {
  const { subjects, findings, verdicts, vaults, waivedSubjects } = counts
  const { filter, page, pageSize } = search
  const what = subjectsText(subjects, filter)
  const titles = { fail: `${what} at risk`, waived: `${what} waived`, unknown: `${what} not judged`, all: what }
  const title = search.group === 'finding' ? singleText(verdicts, filter.status) : titles[filter.status]
  if (totalOf(search.group, counts) === 0) {
    return (
      <Card title={title}>
        <NothingFound view={view} search={search} filtered={filtered} counts={counts} />
      </Card>
    )
  }
  const inVaults = `${findingsText(findings)} in ${count(vaults)} ${vaults === 1 ? 'vault' : 'vaults'}`
  const notes = {
    fail: `${inVaults}.`,
    waived: `${inVaults}, accepted until a date. They count apart, and return by themselves.`,
    unknown: 'What could not be read is neither good nor bad. The reason stands with each.',
    all: `${inVaults}${waivedSubjects > 0 ? `; of ${subjectsText(waivedSubjects, filter)} something is waived, and not among them` : ''}.`,
  }
  const note =
    search.group === 'finding'
      ? `About ${what}, in ${count(vaults)} ${vaults === 1 ? 'vault' : 'vaults'}.`
      : notes[filter.status]
  return (
    <Card title={title} note={note} flush>
      {found.group === 'rule' ? (
        <RuleGroups view={view} search={search} rows={found.rows} />
      ) : found.group === 'vault' ? (
        <VaultGroups view={view} search={search} rows={found.rows} />
      ) : found.group === 'finding' ? (
        <SingleFindings view={view} search={search} rows={found.rows} />
      ) : (
        <FindingsTable view={view} search={search} rows={found.rows} rotationDays={rotationDays} />
      )}
      {found.group === 'rule' ? null : (
        <div className="flex flex-wrap items-center justify-between border-t border-line">
          <div className="grow">
            <Pager
              page={page}
              pageSize={pageSize}
              total={totalOf(found.group, counts)}
              unit={unitOf[found.group] ?? subjectsUnit(filter)}
              hrefFor={(to) => findingsHref({ ...search, page: to, row: null }, view.asOf)}
            />
          </div>
          <PageSizes search={search} asOf={view.asOf} />
        </div>
      )}
    </Card>
  )
}

/** How many rows there are over all pages. */
export const totalOf = (group: Grouping, { subjects, verdicts, vaults }: FindingCount) =>
  group === 'vault' ? vaults : group === 'finding' ? verdicts : subjects

const unitOf: Partial<Record<Grouping, string>> = { vault: 'vaults', finding: 'findings' }

function PageSizes({ search, asOf }: { search: FindingsSearch; asOf: string | null }) {
  return (
    <nav aria-label="Rows on a page" className="flex items-center gap-2 px-4 py-2.5 text-table text-soft print:hidden">
      Rows on a page
      {pageSizes.map((pageSize) => (
        <Link
          key={pageSize}
          href={findingsHref({ ...search, pageSize, page: 1, row: null }, asOf)}
          look={pageSize === search.pageSize ? 'plain' : 'text'}
          aria-current={pageSize === search.pageSize ? 'true' : undefined}
          className={`inline-grid min-h-6 min-w-6 place-items-center ${pageSize === search.pageSize ? 'font-medium text-ink' : ''}`}
        >
          {pageSize}
        </Link>
      ))}
    </nav>
  )
}
