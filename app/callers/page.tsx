// Who calls the vaults, how often, and who would better not?
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { momentOf } from '#app/_overview/moment-of.ts'
import { oncePerSnapshot } from '#app/_overview/once-per-snapshot.ts'
import { besideColumns } from '#app/_search/columns.ts'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { SavedViews } from '#app/_views/saved-views.tsx'
import { LogNote } from '#app/snapshots/log/log-note.tsx'
import { openView } from '#app/view.ts'
import { ColumnChoice } from '#components/table/column-choice.tsx'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Pager } from '#components/table/pager.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { count } from '#lib/format/number.ts'
import { listCallers } from '#lib/queries/callers/list-callers.ts'
import { countLogCoverage } from '#lib/queries/log/count-log-coverage.ts'
import { callerLimits } from './caller-limits.ts'
import { CallersTable } from './callers-table.tsx'
import { callerChips } from './chips.ts'
import { CallerFilters } from './filters.tsx'
import { NoCallers } from './no-callers.tsx'
import { callerPageSize, callersHref, readCallersSearch, withoutCallerFilters } from './search.ts'
import { tableColumnKeys, tableColumns } from './table-columns.ts'
import { WorstCachersCard, worstCachersTitle } from './worst-cachers-card.tsx'

export const metadata: Metadata = { title: 'Callers' }

export default async function CallersPage({ searchParams }: PageProps<'/callers'>) {
  const view = await openView(searchParams)
  const search = readCallersSearch(await searchParams)
  const { db, scope, at, asOf } = view
  if (hasBlanks(await searchParams)) redirect(callersHref(search, asOf) as Route)
  const limits = await callerLimits(view)
  const all = { ...search, columns: tableColumnKeys }
  const [{ rows, total }, log] = await Promise.all([
    // Sums over a month of calls, which only a snapshot adds to.
    oncePerSnapshot(`${callersHref(all, null)} ${JSON.stringify(limits)}`, await momentOf(view), () =>
      listCallers(db, scope, { at, ...limits, ...search, pageSize: callerPageSize }),
    ),
    countLogCoverage(db, scope, { at, days: 30 }),
  ])
  const chips = callerChips(search, asOf)
  const { vault } = search.filter
  const href = callersHref({ ...search, page: 1 }, asOf)
  const title = search.page > 1 && total === 0 ? 'Callers' : `${count(total)} ${total === 1 ? 'caller' : 'callers'}`
  return (
    <Shell view={view} current="callers">
      <PageHeader
        view={view}
        title="Callers"
        lede={
          scope.kind === 'everything'
            ? 'Every identity that the access logs show, and how it treats the vaults.'
            : 'Every identity that the access logs show calling what is yours. What else it calls is not shown.'
        }
        actions={
          <ExportLinks hrefFor={(format) => callersHref({ ...search, page: 1 }, asOf, `/callers/export.${format}`)} />
        }
      />
      <div className="grid grid-cols-1 gap-4">
        <LogNote log={log} days={30} asks="who calls" asOf={asOf} />
        <CardSlot title={worstCachersTitle} height="high">
          <WorstCachersCard view={view} log={log} readsPerWindow={limits.readsPerWindow} />
        </CardSlot>
        <FoldedOnPhone inUse={chips.length}>
          <CallerFilters search={search} asOf={asOf} />
        </FoldedOnPhone>
        <Chips chips={chips} clearAllHref={callersHref(withoutCallerFilters(search), asOf)} />
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <SavedViews view={view} path="/callers" href={href} />
          <ColumnChoice
            action="/callers"
            keep={besideColumns(href)}
            columns={tableColumnKeys.map((key) => ({ key, header: tableColumns[key] }))}
            shown={search.columns}
            allHref={callersHref({ ...all, page: 1 }, asOf)}
            sortedBy={search.order.sort}
          />
        </div>
        <Card
          title={title}
          note={`Over the last 30 days${vault === null ? '' : `, calls to vaults named “${vault}” alone`}; rows of the log arrive up to a day late. Reads a day are over the days with any.`}
          flush
        >
          {rows.length > 0 ? (
            <CallersTable view={view} search={search} rows={rows} />
          ) : (
            <NoCallers view={view} search={search} log={log} filtered={chips.length > 0} />
          )}
          {total > 0 ? (
            <Pager
              page={search.page}
              pageSize={callerPageSize}
              total={total}
              unit="callers"
              hrefFor={(page) => callersHref({ ...search, page }, asOf)}
            />
          ) : null}
        </Card>
      </div>
    </Shell>
  )
}
