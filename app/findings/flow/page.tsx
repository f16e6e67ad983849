// Which findings were opened and fixed, and when? The table is the page, so nothing of it waits behind a script.
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { hasBlanks } from '#app/_search/params.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { openView } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { addDays, isoDate } from '#lib/format/date.ts'
import { countFindingEvents, listFindingEvents } from '#lib/queries/findings/list-finding-events.ts'
import { findingsText } from '../../waivers/words.ts'
import { ruleById } from '../../rules/rule-by-id.ts'
import { FlowCounts } from './flow-counts.tsx'
import { FlowTable } from './flow-table.tsx'
import { everyEvent, flowHref, flowPageSize, readFlowSearch, spanOf, withEvents } from './search.ts'

export const metadata: Metadata = { title: 'Opened and fixed' }

export default async function FlowPage({ searchParams }: PageProps<'/findings/flow'>) {
  const view = await openView(searchParams)
  const params = await searchParams
  const { db, scope, at, asOf } = view
  const asked = readFlowSearch(params)
  if (hasBlanks(params)) redirect(flowHref(asked, asOf) as Route)
  const { filter } = asked
  const { from, to } = spanOf(asked, at)
  const question = { at, from, to, filter }
  const counts = await countFindingEvents(db, scope, question)
  const total = counts
    .filter(({ what }) => filter.what === null || what === filter.what)
    .filter(({ severity }) => filter.severities.length === 0 || filter.severities.includes(severity))
    .reduce((sum, { events }) => sum + events, 0)
  // A link may name a page that there is no longer: then it is the last one.
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / flowPageSize)))
  const search = { ...asked, page }
  const rows = await listFindingEvents(db, scope, { ...question, page, pageSize: flowPageSize })
  const days = `${isoDate(from)} to ${isoDate(to ? addDays(to, -1) : at)}`
  const chips = [
    ...(asked.days ? [{ label: `From ${days}`, clearHref: flowHref({ ...search, days: null, page: 1 }, asOf) }] : []),
    ...filter.rules.map((id) => ({
      label: `Rule: ${ruleById(id)?.failing ?? id}`,
      clearHref: flowHref(withEvents(search, { rules: filter.rules.filter((rule) => rule !== id) }), asOf),
    })),
  ]
  const what = { opened: ' opened', fixed: ' fixed' }
  return (
    <Shell view={view} current="findings">
      <PageHeader
        view={view}
        title="Opened and fixed"
        lede="What a rule found at its first look was found, not opened; a waiver neither opens nor fixes."
        actions={
          <ExportLinks
            hrefFor={(format) => flowHref({ ...search, page: 1 }, asOf, `/findings/flow/export.${format}`)}
          />
        }
      />
      <div className="grid grid-cols-1 gap-4">
        <FlowCounts counts={counts} search={search} asOf={asOf} />
        <Chips chips={chips} clearAllHref={flowHref(everyEvent, asOf)} />
        <Card
          title={`${findingsText(total)}${filter.what ? what[filter.what] : ' opened or fixed'}`}
          note={`From ${days}, in UTC.`}
          flush
        >
          {total === 0 ? (
            <EmptyState
              title="None in these days"
              action={{ href: flowHref(everyEvent, asOf), label: 'The last weeks' }}
            >
              Nothing that is asked for was opened or fixed.
            </EmptyState>
          ) : (
            <>
              <FlowTable view={view} rows={rows} />
              <div className="border-t border-line">
                <Pager
                  page={page}
                  pageSize={flowPageSize}
                  total={total}
                  unit="findings"
                  hrefFor={(other) => flowHref({ ...search, page: other }, asOf)}
                />
              </div>
            </>
          )}
        </Card>
      </div>
    </Shell>
  )
}
