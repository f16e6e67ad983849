// What has been accepted, by whom and until when, and what waits for a lead?
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { SavedViews } from '#app/_views/saved-views.tsx'
import { openView } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { waiverStates } from '#lib/domain/waiver.ts'
import { count } from '#lib/format/number.ts'
import { countWaivers } from '#lib/queries/waivers/count-waivers.ts'
import { listWaiverChoices } from '#lib/queries/waivers/list-waiver-choices.ts'
import { listWaivers } from '#lib/queries/waivers/list-waivers.ts'
import { everyWaiver } from '#lib/queries/waivers/waiver-filter.ts'
import { BatchCard } from './batch-card.tsx'
import { waiverChips } from './chips.ts'
import { doneText } from './done.ts'
import { WaiverFilters } from './filters.tsx'
import { NoWaivers } from './no-waivers.tsx'
import { Said } from './said.tsx'
import { readWaiversSearch, waiverPageSize, waiversHref, withoutWaiverFilters, withWaiverFilter } from './search.ts'
import { WaiversTable } from './waivers-table.tsx'
import { stateWords, waiversText } from './words.ts'

export const metadata: Metadata = { title: 'Waivers' }

export default async function WaiversPage({ searchParams }: PageProps<'/waivers'>) {
  const params = await searchParams
  const view = await openView(searchParams)
  const asked = readWaiversSearch(params)
  const { db, scope, at, asOf, person } = view
  if (hasBlanks(params)) redirect(waiversHref(asked, asOf) as Route)
  const { filter } = asked
  const question = { at, filter, personId: person.objectId }
  const [counts, choices, together] = await Promise.all([
    countWaivers(db, scope, question),
    listWaiverChoices(db, scope, question),
    filter.batch ? countWaivers(db, scope, { ...question, filter: { ...everyWaiver, batch: filter.batch } }) : null,
  ])
  const total = filter.state ? counts.byState[filter.state] : counts.total
  // A link may name a page that there is no longer: then it is the last one.
  const pages = Math.max(1, Math.ceil(total / waiverPageSize))
  const search = { ...asked, page: Math.min(asked.page, pages) }
  const rows = await listWaivers(db, scope, { ...question, ...search, pageSize: waiverPageSize })
  const chips = waiverChips(search, asOf)
  const said = doneText(params)
  const title = filter.state ? `${waiversText(total)}, ${stateWords[filter.state].toLowerCase()}` : waiversText(total)
  return (
    <Shell view={view} current="waivers">
      <PageHeader
        view={view}
        title="Waivers"
        lede="What was accepted for a while, with its reason. Each ends by itself, and what fails then counts again."
        actions={
          <ExportLinks hrefFor={(format) => waiversHref({ ...search, page: 1 }, asOf, `/waivers/export.${format}`)} />
        }
      />
      <div className="grid grid-cols-1 gap-4">
        {said ? <Said>{said}</Said> : null}
        <div>
          <SwitchLinks
            label="State"
            links={[null, ...waiverStates].map((state) => ({
              word: `${state ? stateWords[state] : 'All'} ${count(state ? counts.byState[state] : counts.total)}`,
              href: waiversHref(withWaiverFilter(search, { state }), asOf),
              current: state === filter.state,
            }))}
          />
        </div>
        <FoldedOnPhone inUse={chips.length}>
          <WaiverFilters search={search} choices={choices} asOf={asOf} />
        </FoldedOnPhone>
        <Chips chips={chips} clearAllHref={waiversHref(withoutWaiverFilters(search), asOf)} />
        <SavedViews view={view} path="/waivers" href={waiversHref({ ...search, page: 1 }, asOf)} />
        {together && together.total > 1 ? (
          <BatchCard view={view} search={search} together={together} rows={rows} />
        ) : null}
        <Card title={title} flush={rows.length > 0}>
          {rows.length > 0 ? (
            <WaiversTable view={view} search={search} rows={rows} />
          ) : (
            <NoWaivers view={view} search={search} filtered={chips.length > 0} waivers={counts.total} />
          )}
          {total > 0 ? (
            <Pager
              page={search.page}
              pageSize={waiverPageSize}
              total={total}
              unit="waivers"
              hrefFor={(page) => waiversHref({ ...search, page }, asOf)}
            />
          ) : null}
        </Card>
      </div>
    </Shell>
  )
}
