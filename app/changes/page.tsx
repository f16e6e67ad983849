// What differs between two snapshots? The table is the page, so nothing of it waits behind a script.
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { SavedViews } from '#app/_views/saved-views.tsx'
import { openView, type View } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { PageSizes } from '#components/table/page-sizes.tsx'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { utcInstant } from '#lib/format/date.ts'
import { changeKinds } from '#lib/queries/changes/change-filter.ts'
import { countChanges } from '#lib/queries/changes/count-changes.ts'
import { getOtherJudging } from '#lib/queries/changes/get-other-judging.ts'
import { listChanges } from '#lib/queries/changes/list-changes.ts'
import { listSnapshotInstants } from '#lib/queries/changes/list-snapshot-instants.ts'
import { listFindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { ChangesTable } from './changes-table.tsx'
import { changeChips, withoutChangeFilters } from './chips.ts'
import { CompareForm } from './compare-form.tsx'
import { askedIn, type Comparison, compared, instantText } from './comparison.ts'
import { ChangeFilters } from './filters.tsx'
import { JudgingNote } from './judging-note.tsx'
import { KindCounts } from './kind-counts.tsx'
import { NoChanges } from './no-changes.tsx'
import { type ChangesSearch, changesHref, pageSizes, readChangesSearch } from './search.ts'
import { changesText } from './words.ts'

export const metadata: Metadata = { title: 'Changes' }

export default async function ChangesPage({ searchParams }: PageProps<'/changes'>) {
  const view = await openView(searchParams)
  const params = await searchParams
  const { db, at, asOf } = view
  const asked = readChangesSearch(params)
  if (hasBlanks(params)) redirect(changesHref(asked, asOf) as Route)
  const instants = await listSnapshotInstants(db, { at })
  const comparison = compared(instants, askedIn(params))
  // As the two instants are, not as they were asked for: turned round, or nonsense.
  const search = comparison
    ? {
        ...asked,
        from: asked.from === null ? null : instantText(instants, comparison.from),
        to: asked.to === null ? null : instantText(instants, comparison.to),
      }
    : asked
  const exportHref = (path: string) => changesHref({ ...search, page: 1 }, asOf, path)
  return (
    <Shell view={view} current="changes">
      <PageHeader
        view={view}
        title="Changes"
        lede="What differs between two snapshots. What came and went in between is not listed."
        actions={comparison ? <ExportLinks hrefFor={(format) => exportHref(`/changes/export.${format}`)} /> : null}
      />
      {comparison ? (
        <Compared view={view} instants={instants} comparison={comparison} asked={search} />
      ) : (
        <Card title="Changes">
          <EmptyState
            title="There are not yet two snapshots to compare"
            action={{ href: withAsOf('/snapshots', asOf), label: 'Go to Snapshots' }}
          >
            {asOf ? `By ${asOf} there were fewer than two.` : 'The second one shows what changed since the first.'}
          </EmptyState>
        </Card>
      )}
    </Shell>
  )
}

type ComparedProps = { view: View; instants: readonly Date[]; comparison: Comparison; asked: ChangesSearch }

async function Compared({ view, instants, comparison, asked }: ComparedProps) {
  const { db, scope, asOf } = view
  const { from, to } = comparison
  const { filter } = asked
  const question = { from, to, filter }
  const list = (page: number) =>
    listChanges(db, scope, { ...question, order: asked.order, page, pageSize: asked.pageSize })
  const [asFound, counts, judging, choices] = await Promise.all([
    list(asked.page),
    countChanges(db, scope, question),
    getOtherJudging(db, { from, to }),
    listFindingChoices(db, scope, { at: to }),
  ])
  const wanted = filter.changes.length > 0 ? filter.changes : changeKinds
  const total = wanted.reduce((sum, kind) => sum + counts[kind], 0)
  // A link may name a page that there is no longer: then it is the last one.
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / asked.pageSize)))
  const search = { ...asked, page }
  const rows = page === asked.page ? asFound : await list(page)
  const subscriptionName = (idOrName: string) =>
    choices.subscriptions.find(({ id }) => id === idOrName)?.name ?? idOrName
  const chips = changeChips(search, { asOf, subscriptionName })
  return (
    <div className="grid grid-cols-1 gap-4">
      <CompareForm instants={instants} comparison={comparison} search={search} asOf={asOf} />
      <JudgingNote judging={judging} asOf={asOf} />
      <KindCounts counts={counts} search={search} asOf={asOf} />
      <FoldedOnPhone inUse={chips.length}>
        <ChangeFilters search={search} choices={choices} asOf={asOf} />
      </FoldedOnPhone>
      <Chips chips={chips} clearAllHref={changesHref(withoutChangeFilters(search), asOf)} />
      <SavedViews view={view} path="/changes" href={changesHref({ ...search, page: 1 }, asOf)} />
      <Card title={changesText(total)} note={`From ${utcInstant(from)} to ${utcInstant(to)}.`} flush>
        {total === 0 ? (
          <NoChanges view={view} comparison={comparison} search={search} filtered={chips.length > 0} />
        ) : (
          <>
            <ChangesTable view={view} comparison={comparison} search={search} rows={rows} />
            <div className="flex flex-wrap items-center justify-between border-t border-line">
              <div className="grow">
                <Pager
                  page={page}
                  pageSize={search.pageSize}
                  total={total}
                  unit="changes"
                  hrefFor={(other) => changesHref({ ...search, page: other }, asOf)}
                />
              </div>
              <PageSizes
                sizes={pageSizes}
                current={search.pageSize}
                hrefFor={(size) =>
                  changesHref({ ...search, pageSize: pageSizes.find((one) => one === size) ?? 25, page: 1 }, asOf)
                }
              />
            </div>
          </>
        )}
      </Card>
    </div>
  )
}
