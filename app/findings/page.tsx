// What is at risk, the riskiest first? The table is the page, so nothing of it waits behind a script.
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { besideColumns } from '#app/_search/columns.ts'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { SavedViews } from '#app/_views/saved-views.tsx'
import { openView } from '#app/view.ts'
import { ColumnChoice } from '#components/table/column-choice.tsx'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { countFindings } from '#lib/queries/findings/count-findings.ts'
import { findingStatuses } from '#lib/queries/findings/finding-filter.ts'
import { getFindingNeighbours } from '#lib/queries/findings/get-finding-neighbours.ts'
import { getFindingSubject } from '#lib/queries/findings/get-finding-subject.ts'
import { listFindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { getThresholds } from '#lib/queries/get-thresholds.ts'
import { listSubjectWaivers } from '#lib/queries/waivers/list-subject-waivers.ts'
import { MineSwitch } from '../mine/mine-switch.tsx'
import { Said } from '../waivers/said.tsx'
import { BulkWaiver } from './bulk-waiver.tsx'
import { findingChips, withoutFilters } from './chips.ts'
import { FindingFilters } from './filters.tsx'
import { FindingDrawer } from './finding-drawer.tsx'
import { FindingsCard, totalOf } from './findings-card.tsx'
import { readDone } from './read-done.tsx'
import { readRows } from './read-rows.ts'
import { readWaivable } from './read-waivable.ts'
import { defaultSearch, findingsHref, groupings, readFindingsSearch, withFilter } from './search.ts'
import { SummaryLine } from './summary-line.tsx'
import { tableColumns } from './table-columns.ts'
import { groupWords, statusWords } from './words.ts'

export const metadata: Metadata = { title: 'At risk' }

export default async function FindingsPage({ searchParams }: PageProps<'/findings'>) {
  const view = await openView(searchParams)
  const asked = readFindingsSearch(await searchParams)
  const { db, scope, at, asOf } = view
  if (hasBlanks(await searchParams)) redirect(findingsHref(asked, asOf) as Route)
  const { filter, order, row } = asked
  const counting = countFindings(db, scope, { at, filter })
  const [asFound, counts, choices, policy, subject, neighbours, waivers, waivable, done] = await Promise.all([
    readRows(view, asked),
    counting,
    listFindingChoices(db, scope, { at }),
    getThresholds(db, { at }),
    row ? getFindingSubject(db, scope, { at, key: row }) : null,
    row ? getFindingNeighbours(db, scope, { at, filter, order, key: row }) : null,
    row ? listSubjectWaivers(db, scope, { at, key: row, personId: view.person.objectId }) : [],
    readWaivable(view, filter, counting),
    readDone(view, await searchParams),
  ])
  // A link may name a page that there is no longer: then it is the last one.
  const pages = Math.max(1, Math.ceil(totalOf(asked.group, counts) / asked.pageSize))
  const search = { ...asked, page: Math.min(asked.page, pages) }
  const found = search.page === asked.page ? asFound : await readRows(view, search)
  const subscriptionName = (idOrName: string) =>
    choices.subscriptions.find(({ id }) => id === idOrName)?.name ?? idOrName
  const chips = findingChips(search, { asOf, subscriptionName })
  const all = { ...search, columns: defaultSearch.columns, page: 1, row: null }
  const href = findingsHref({ ...search, page: 1, row: null }, asOf)
  return (
    <Shell view={view} current="findings">
      <PageHeader
        view={view}
        title="At risk"
        lede="Every object and vault with an open finding, the riskiest first, and what to do about each."
        actions={<ExportLinks hrefFor={(format) => findingsHref(all, asOf, `/findings/export.${format}`)} />}
      />
      <div className="grid grid-cols-1 gap-4">
        {done ? <Said>{done}</Said> : null}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SummaryLine counts={counts} search={search} asOf={asOf} />
          <div className="flex flex-wrap gap-2">
            <MineSwitch
              view={view}
              owner={filter.owner}
              hrefFor={(owner) => findingsHref(withFilter(search, { owner }), asOf)}
            />
            <SwitchLinks
              label="What to show"
              links={findingStatuses.map((status) => ({
                word: statusWords[status],
                href: findingsHref(withFilter(search, { status }), asOf),
                current: status === filter.status,
              }))}
            />
            <SwitchLinks
              label="Group"
              links={groupings.map((group) => ({
                word: groupWords[group],
                href: findingsHref({ ...search, group, page: 1, row: null }, asOf),
                current: group === search.group,
              }))}
            />
          </div>
        </div>
        <FoldedOnPhone inUse={chips.length}>
          <FindingFilters search={search} choices={choices} asOf={asOf} />
        </FoldedOnPhone>
        <Chips chips={chips} clearAllHref={findingsHref(withoutFilters(search), asOf)} />
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <SavedViews view={view} path="/findings" href={href} />
          {search.group === 'object' ? (
            <ColumnChoice
              action="/findings"
              keep={besideColumns(href)}
              columns={Object.entries(tableColumns).map(([key, header]) => ({ key, header }))}
              shown={search.columns}
              allHref={findingsHref(all, asOf)}
              sortedBy={search.order.sort}
            />
          ) : null}
        </div>
        {waivable && waivable.findings > 0 ? <BulkWaiver view={view} search={search} waivable={waivable} /> : null}
        <FindingsCard
          view={view}
          search={search}
          counts={counts}
          found={found}
          filtered={chips.length > 0}
          rotationDays={policy.rotationDays}
        />
      </div>
      {subject ? (
        <FindingDrawer
          view={view}
          search={search}
          subject={subject}
          neighbours={neighbours}
          rotationDays={policy.rotationDays}
          waivers={waivers}
        />
      ) : null}
    </Shell>
  )
}
