// When what was deleted is gone for good: the date, and how long that is from the day looked at.
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { dayCount, daysBetween } from '#lib/format/date.ts'

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
