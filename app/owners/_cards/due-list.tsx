// What is due, the soonest first: when, what, and the way to the object. The first of many are in sight.
import { KindMark } from '#app/findings/subject-cells.tsx'
import { objectHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { count } from '#lib/format/number.ts'
import type { CalendarEvent } from '#lib/queries/calendar/event-rows.ts'

// What a fix changed stands below, and has to be in sight with it.
const shownAtOnce = 3

type DueListProps = {
  view: View
  events: readonly CalendarEvent[]
  /** Of which `events` are the first. */
  total: number
  /** All of them in sight. */
  open: boolean
}

export function DueList({ view, events, total, open }: DueListProps) {
  if (events.length === 0) return <p className="mt-3 text-table text-soft">Nothing that is known of is due.</p>
  const first = open ? events : events.slice(0, shownAtOnce)
  const rest = events.slice(first.length)
  return (
    <div className="mt-3 text-table">
      <Lines view={view} events={first} />
      {rest.length > 0 ? (
        <details>
          <summary className="link inline-block py-1">And {count(total - first.length)} more</summary>
          <Lines view={view} events={rest} />
          <Cut shown={events.length} total={total} />
        </details>
      ) : (
        <Cut shown={events.length} total={total} />
      )}
    </div>
  )
}

/** That these are not all of them. */
function Cut({ shown, total }: { shown: number; total: number }) {
  if (total <= shown) return null
  return (
    <p className="mt-1 text-faint">
      The first {count(shown)} of {count(total)}.
    </p>
  )
}

function Lines({ view: { at, asOf }, events }: { view: View; events: readonly CalendarEvent[] }) {
  return (
    <ul>
      {events.map((event) => (
        <li
          key={event.key}
          className="grid grid-cols-[84px_16px_minmax(0,1fr)_auto] items-baseline gap-x-2 border-t border-line py-1"
        >
          <Time at={event.dueAt} to="day" />
          <span className="self-center">
            <KindMark kind={event.kind} />
          </span>
          <span className="min-w-0">
            <Link href={objectHref(event, asOf)} look="row">
              <span className="sr-only">{event.kind} </span>
              <Breakable text={event.name} />
            </Link>{' '}
            <span className="text-faint">
              in <Breakable text={event.vaultName} />
            </span>
          </span>
          <span className="text-right text-soft">
            {event.what === 'expiry' ? 'expires' : 'rotation due'} <Time at={event.dueAt} now={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}
