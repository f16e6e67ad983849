// When something was deleted, and when it is gone for good: the dates, and how long that is from the day looked at.
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { dayCount, daysBetween } from '#lib/format/date.ts'

export function DeletedDateCell({ deletedAt, at }: { deletedAt: Date; at: Date }) {
  return (
    <>
      <Time at={deletedAt} to="day" />
      <div className="text-faint">
        <Time at={deletedAt} now={at} />
      </div>
    </>
  )
}

/** Less than a week is little time to notice. */
const soonDays = 7

export function PurgeDateCell({ purgeAt, at }: { purgeAt: Date | null; at: Date }) {
  if (!purgeAt) return <UnknownMark word="Not said" />
  const left = daysBetween(at, purgeAt)
  return (
    <>
      <Time at={purgeAt} to="day" />
      <div className={`whitespace-nowrap ${left < soonDays ? 'text-high-ink' : 'text-faint'}`}>
        {purgeAt <= at ? 'due' : left === 0 ? 'within a day' : `${dayCount(left)} left`}
      </div>
    </>
  )
}
