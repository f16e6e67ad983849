// What an event is, in a word and a shape; what is past due has another colour besides another word.
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { EventKind } from '#lib/queries/calendar/calendar-filter.ts'
import { eventWord } from './words.ts'

const shapes: Record<EventKind, string> = {
  // An hourglass, and an arrow that comes round.
  expiry: 'M2 1.2h6M2 8.8h6M3 1.2c0 2.5 4 5.1 4 7.6M7 1.2c0 2.5-4 5.1-4 7.6',
  rotation: 'M8.4 5A3.4 3.4 0 1 1 7.2 2.4M7.4.8v1.8H5.6',
}

export function EventShape({ what, isPast }: { what: EventKind; isPast: boolean }) {
  return <Icon path={shapes[what]} size={10} strokeWidth={1.3} className={isPast ? 'text-high-ink' : 'text-faint'} />
}

export function EventBadge({ what, isPast }: { what: EventKind; isPast: boolean }) {
  return (
    <Badge tone={isPast ? 'high' : 'neutral'} shape={<EventShape what={what} isPast={isPast} />}>
      {eventWord(what, isPast)}
    </Badge>
  )
}
