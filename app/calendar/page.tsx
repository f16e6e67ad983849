// What expires and falls due for rotation, and when? By month, or as a list.
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { hasBlanks } from '#app/_search/params.ts'
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { NothingNamesYou } from '#app/mine/nothing-names-you.tsx'
import { ownsNothing } from '#app/mine/owns-nothing.ts'
import { openView, type View } from '#app/view.ts'
import { Said } from '#app/waivers/said.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { FeedsCard, feedsTitle } from './_feeds/feeds-card.tsx'
import { revokedText } from './_feeds/revoked.ts'
import { Dates } from './dates.tsx'
import { type CalendarSearch, calendarHref, readCalendarSearch } from './search.ts'

export const metadata: Metadata = { title: 'Calendar' }

export default async function CalendarPage({ searchParams }: PageProps<'/calendar'>) {
  const params = await searchParams
  const view = await openView(searchParams)
  const { scope, at, asOf } = view
  const search = readCalendarSearch(params, at)
  if (hasBlanks(params)) redirect(calendarHref(search, asOf) as Route)
  const said = revokedText(params)
  const exportHref = (format: string) => calendarHref({ ...search, page: 1 }, asOf, `/calendar/export.${format}`)
  return (
    <Shell view={view} current="calendar">
      <PageHeader
        view={view}
        title="Calendar"
        lede={
          scope.kind === 'everything'
            ? 'When secrets, keys and certificates expire, and when the next rotation of a secret is due.'
            : 'When what names you, or a group of yours, as owner expires or is due for rotation.'
        }
        actions={
          <>
            <ButtonLink file href={exportHref('csv')}>
              Export CSV
            </ButtonLink>
            <ButtonLink file href={exportHref('json')}>
              JSON
            </ButtonLink>
          </>
        }
      />
      <div className="grid grid-cols-1 gap-4">
        {said ? <Said>{said}</Said> : null}
        <KnownDates view={view} search={search} />
        <CardSlot title={feedsTitle} height="low" className="print:hidden">
          <FeedsCard view={view} search={search} />
        </CardSlot>
      </div>
    </Shell>
  )
}

/** A month without dates would say that nothing is due, where nobody knows or nothing is looked at. */
async function KnownDates({ view, search }: { view: View; search: CalendarSearch }) {
  if (!(await standingOf(view))) {
    return (
      <Card title="Dates">
        <NothingReadYet view={view}>Dates come from the first snapshot.</NothingReadYet>
      </Card>
    )
  }
  if (await ownsNothing(view)) {
    return (
      <Card title="Dates">
        <NothingNamesYou view={view} />
      </Card>
    )
  }
  return <Dates view={view} search={search} />
}
