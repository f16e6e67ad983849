// Who did what in Kempt, and when? The table is the page, so nothing of it waits behind a script.
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { SavedViews } from '#app/_views/saved-views.tsx'
import { openView } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { PageSizes } from '#components/table/page-sizes.tsx'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { countAudit } from '#lib/queries/audit/count-audit.ts'
import { listAudit } from '#lib/queries/audit/list-audit.ts'
import { AuditTable } from './audit-table.tsx'
import { auditChips } from './chips.ts'
import { AuditFilters } from './filters.tsx'
import { NoEvents } from './no-events.tsx'
import { auditHref, pageSizes, readAuditSearch, withoutAuditFilters } from './search.ts'
import { entriesText } from './words.ts'

export const metadata: Metadata = { title: 'Audit' }

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const view = await openView(searchParams)
  const params = await searchParams
  const { db, scope, at, asOf, person } = view
  const asked = readAuditSearch(params)
  if (hasBlanks(params)) redirect(auditHref(asked, asOf) as Route)
  const { filter, direction, pageSize } = asked
  const question = { at, filter, personId: person.objectId }
  const list = (page: number) => listAudit(db, scope, { ...question, direction, page, pageSize })
  const [asFound, { events, people }] = await Promise.all([list(asked.page), countAudit(db, scope, question)])
  // A link may name a page that there is no longer: then it is the last one.
  const page = Math.min(asked.page, Math.max(1, Math.ceil(events / pageSize)))
  const search = { ...asked, page }
  const rows = page === asked.page ? asFound : await list(page)
  const chips = auditChips(search, asOf)
  const seesAll = scope.kind === 'everything'
  const exportHref = (format: 'csv' | 'json') => auditHref({ ...search, page: 1 }, asOf, `/audit/export.${format}`)
  return (
    <Shell view={view} current="audit">
      <PageHeader
        view={view}
        title="Audit"
        lede={
          seesAll
            ? 'Who did what in Kempt, and when. An entry is never changed or removed, and taking the log out is one.'
            : 'What you did in Kempt, and when. Leads and readers see what everybody did.'
        }
        actions={<ExportLinks hrefFor={exportHref} />}
      />
      <div className="grid grid-cols-1 gap-4">
        <FoldedOnPhone inUse={chips.length}>
          <AuditFilters search={search} asOf={asOf} today={isoDate(at)} />
        </FoldedOnPhone>
        <Chips chips={chips} clearAllHref={auditHref(withoutAuditFilters(search), asOf)} />
        <SavedViews view={view} path="/audit" href={auditHref({ ...search, page: 1 }, asOf)} />
        <Card
          title={entriesText(events)}
          note={seesAll && events > 0 ? `By ${count(people)} ${people === 1 ? 'person' : 'people'}.` : null}
          flush
        >
          {events === 0 ? (
            <NoEvents view={view} search={search} filtered={chips.length > 0} />
          ) : (
            <>
              <AuditTable view={view} search={search} rows={rows} />
              <div className="flex flex-wrap items-center justify-between border-t border-line">
                <div className="grow">
                  <Pager
                    page={page}
                    pageSize={pageSize}
                    total={events}
                    unit="entries"
                    hrefFor={(other) => auditHref({ ...search, page: other }, asOf)}
                  />
                </div>
                <PageSizes
                  sizes={pageSizes}
                  current={pageSize}
                  hrefFor={(size) =>
                    auditHref({ ...search, pageSize: pageSizes.find((one) => one === size) ?? 25, page: 1 }, asOf)
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
