// What a row of the list says of its object, and of why it is due then.
import { KindMark } from '#app/findings/subject-cells.tsx'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { dayCount, isoDate } from '#lib/format/date.ts'
import type { CalendarEvent } from '#lib/queries/calendar/event-rows.ts'
import { objectKindWords } from '../words.ts'

export function ObjectCell({ row, asOf }: { row: CalendarEvent; asOf: string | null }) {
  const { kind, name, vaultName, notReadSince } = row
  return (
    <div className="flex items-start gap-2">
      <KindMark kind={kind} />
      <div className="min-w-0">
        <Link href={objectHref(row, asOf)} look="row">
          <span className="sr-only">{objectKindWords[kind]} </span>
          <Breakable text={name} />
        </Link>
        <div className="text-faint">
          in{' '}
          <Link href={vaultHref(vaultName, asOf)} look="plain" className="hover:underline">
            {vaultName}
          </Link>
        </div>
        {notReadSince ? (
          <UnknownMark word="As last seen">
            not read since <Time at={notReadSince} to="day" />
          </UnknownMark>
        ) : null}
      </div>
    </div>
  )
}

/** A rotation is due by a threshold that may differ from object to object; an expiry is a date of its own. */
export function WhyCell({ row: { rotationDays, rotatedAt, renewsItself, waived } }: { row: CalendarEvent }) {
  return (
    <div className="text-faint">
      {rotationDays === null ? null : (
        <div>
          {dayCount(rotationDays)} after {isoDate(rotatedAt)}
        </div>
      )}
      {rotationDays === null && renewsItself ? <div>renews itself</div> : null}
      {waived ? <div>waived for now</div> : null}
    </div>
  )
}
