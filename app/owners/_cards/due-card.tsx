// What expires, and which rotations are due, in the coming weeks? A week leads to what is due in it, here.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { aheadDays, calendarHref, readCalendarSearch, withCalendarFilter } from '#app/calendar/search.ts'
import type { View } from '#app/view.ts'
import { Legend } from '#components/charts/legend.tsx'
import { axisDate } from '#components/charts/scale.ts'
import { StackedBars } from '#components/charts/stacked-bars.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { Link } from '#components/ui/link.tsx'
import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { type EventKind, everyEvent } from '#lib/queries/calendar/calendar-filter.ts'
import { countEventsByDay, type EventDay } from '#lib/queries/calendar/count-events-by-day.ts'
import { listEvents } from '#lib/queries/calendar/list-events.ts'
import { aheadOf, dueIn, dueWeeks, weekFrom } from '../due-weeks.ts'
import { pageHref, type Whose } from '../whose.ts'
import { DueList } from './due-list.tsx'

export const dueTitle = `Due in ${dayCount(aheadDays)}`

/** One page of a team's quarter; who has more due has the calendar. */
const mostListed = 200

type DueCardProps = { view: View; whose: Whose; week: Date | null }

export async function DueCard({ view, whose, week: asked }: DueCardProps) {
  const { db, scope, at, asOf } = view
  const filter = { ...everyEvent, owner: whose.owner }
  const weeks = dueWeeks(at)
  const ahead = aheadOf(at)
  const week = weekFrom(weeks, asked)
  // Of today, what is due already is a finding.
  const listed = week && week.from > ahead.from ? week : week ? { ...ahead, to: week.to } : ahead
  const [days, events] = await Promise.all([
    countEventsByDay(db, scope, { at, filter, span: ahead }),
    listEvents(db, scope, { at, filter, span: listed, page: 1, pageSize: mostListed }),
  ])
  const all = { expiry: sum(days, 'expiry'), rotation: sum(days, 'rotation') }
  const total = week ? dueIn(week, days) : all
  const list = readCalendarSearch({ view: 'list' }, at)
  const inCalendar = (events: readonly EventKind[]) =>
    calendarHref(withCalendarFilter(list, { owner: whose.owner, events: [...events] }), asOf)
  const title = (of: { from: Date; to: Date }) => `${isoDate(of.from)} to ${isoDate(addDays(of.to, -1))}`
  const hrefOf = (from: Date) => `${pageHref(whose, from, asOf)}#due`
  return (
    <div id="due" className="grid min-w-0 scroll-mt-4">
      <Card
        title={dueTitle}
        note={
          <>
            <Link href={inCalendar(['expiry'])}>
              {count(all.expiry)} {all.expiry === 1 ? 'object expires' : 'objects expire'}
            </Link>
            ,{' '}
            <Link href={inCalendar(['rotation'])}>
              {count(all.rotation)} {all.rotation === 1 ? 'rotation falls' : 'rotations fall'} due
            </Link>
            . What is due already is a finding.
          </>
        }
        href={inCalendar([])}
        hrefLabel="In the calendar"
      >
        <StackedBars
          label={`Expiries and rotations due in each week of the next ${dayCount(aheadDays)}`}
          step="Week"
          sums
          height={92}
          labelEvery={2}
          rows={weeks.map((one) => {
            const { expiry, rotation } = dueIn(one, days)
            return {
              key: isoDate(one.from),
              axisLabel: axisDate(one.from),
              title: title(one),
              ...(expiry + rotation > 0 ? { href: hrefOf(one.from) } : {}),
              up: [
                { word: 'Expiries', value: expiry, tone: 'accent' },
                { word: 'Rotations due', value: rotation, tone: 'quiet' },
              ],
            }
          })}
        >
          <div className="mt-1.5">
            <Legend
              entries={[
                { tone: 'accent', word: 'Expires' },
                { tone: 'quiet', word: 'Rotation due' },
              ]}
            />
          </div>
        </StackedBars>
        {week ? (
          <div className="mt-3">
            <Chips
              chips={[{ label: `Due ${title(week)}`, clearHref: `${pageHref(whose, null, asOf)}#due` }]}
              clearAllHref={withAsOf(pageHref(whose, null, null), asOf)}
            />
          </div>
        ) : null}
        <DueList view={view} events={events} total={total.expiry + total.rotation} open={week !== null} />
      </Card>
    </div>
  )
}

const sum = (days: readonly EventDay[], what: EventKind) => days.reduce((total, day) => total + day[what], 0)
