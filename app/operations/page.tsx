// Who took away, carried out or brought back what, and who changed the settings? The timeline is the page, so nothing of it
// waits behind a script.
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { SavedViews } from '#app/_views/saved-views.tsx'
import { LogNote } from '#app/snapshots/log/log-note.tsx'
import { openView } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { PageSizes } from '#components/table/page-sizes.tsx'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { sensitiveKinds } from '#lib/domain/sensitive-operations.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { listFindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { countLogCoverage } from '#lib/queries/log/count-log-coverage.ts'
import { countOperations } from '#lib/queries/operations/count-operations.ts'
import { listOperations } from '#lib/queries/operations/list-operations.ts'
import { operationChips } from './chips.ts'
import { OperationFilters } from './filters.tsx'
import { KindCounts } from './kind-counts.tsx'
import { NoOperations } from './no-operations.tsx'
import { operationsHref, pageSizes, reaches, readOperationsSearch, withoutOperationFilters } from './search.ts'
import { Timeline } from './timeline.tsx'
import { entriesText } from './words.ts'

export const metadata: Metadata = { title: 'Operations' }

export default async function OperationsPage({ searchParams }: PageProps<'/operations'>) {
  const view = await openView(searchParams)
  const params = await searchParams
  const { db, scope, at, asOf } = view
  const asked = readOperationsSearch(params)
  if (hasBlanks(params)) redirect(operationsHref(asked, asOf) as Route)
  const { days, filter, pageSize } = asked
  const question = { at, days, filter }
  const list = (page: number) => listOperations(db, scope, { ...question, page, pageSize })
  const [asFound, counts, log, choices] = await Promise.all([
    list(asked.page),
    countOperations(db, scope, question),
    countLogCoverage(db, scope, { at, days }),
    listFindingChoices(db, scope, { at }),
  ])
  const kinds = filter.kinds.length > 0 ? filter.kinds : sensitiveKinds
  const total = kinds.reduce((sum, kind) => sum + (filter.look ? counts[kind].looks : counts[kind].lines), 0)
  // A link may name a page that there is no longer: then it is the last one.
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / pageSize)))
  const search = { ...asked, page }
  const rows = page === asked.page ? asFound : await list(page)
  const chips = operationChips(search, { asOf })
  const exportHref = (format: string) => operationsHref({ ...search, page: 1 }, asOf, `/operations/export.${format}`)
  return (
    <Shell view={view} current="operations">
      <PageHeader
        view={view}
        title="Operations"
        lede="What was taken away, carried out, brought back or set otherwise. A backup is the whole object, to be restored elsewhere: Microsoft treats backup and restore as possible exfiltration."
        actions={<ExportLinks hrefFor={exportHref} />}
      />
      <div className="grid grid-cols-1 gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <LogNote log={log} days={days} asks="what was done in" asOf={asOf} />
          <SwitchLinks
            label="How far back"
            links={reaches.map((one) => ({
              word: `${one} days`,
              href: operationsHref({ ...search, days: one, page: 1 }, asOf),
              current: one === days,
            }))}
          />
        </div>
        <KindCounts counts={counts} search={search} asOf={asOf} />
        <FoldedOnPhone inUse={chips.length}>
          <OperationFilters search={search} vaults={choices.vaults} asOf={asOf} />
        </FoldedOnPhone>
        <Chips chips={chips} clearAllHref={operationsHref(withoutOperationFilters(search), asOf)} />
        <SavedViews view={view} path="/operations" href={operationsHref({ ...search, page: 1 }, asOf)} />
        <Card
          title={entriesText(total)}
          note={`From ${isoDate(addDays(at, 1 - days))} to ${isoDate(at)}. One entry is what one caller did of one kind in one vault on one day.`}
          flush
        >
          {total === 0 ? (
            <NoOperations view={view} search={search} log={log} filtered={chips.length > 0} />
          ) : (
            <>
              <Timeline rows={rows} view={view} />
              <div className="flex flex-wrap items-center justify-between border-t border-line">
                <div className="grow">
                  <Pager
                    page={page}
                    pageSize={pageSize}
                    total={total}
                    unit="entries"
                    hrefFor={(other) => operationsHref({ ...search, page: other }, asOf)}
                  />
                </div>
                <PageSizes
                  sizes={pageSizes}
                  current={pageSize}
                  hrefFor={(size) =>
                    operationsHref({ ...search, pageSize: pageSizes.find((one) => one === size) ?? 25, page: 1 }, asOf)
                  }
                />
              </div>
            </>
          )}
        </Card>
      </div>
    </Shell>
  )
}
