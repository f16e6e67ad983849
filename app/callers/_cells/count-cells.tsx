// Numbers of calls: quiet when there is nothing to them, else the way to their rows.
import { Link } from '#components/ui/link.tsx'
import { dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'

/** A number that leads to its rows; nought leads nowhere. */
export function CountCell({ value, href }: { value: number; href?: string }) {
  if (value === 0) return <span className="text-faint">0</span>
  if (!href) return count(value)
  return (
    <Link href={href} look="plain" className="hover:underline">
      {count(value)}
    </Link>
  )
}

type ReadsCellProps = { reads: number; readDays: number; href?: string }

/** Reads, and how many that is on the days that had any; how many those were is in the title. */
export function ReadsCell({ reads, readDays, href }: ReadsCellProps) {
  return (
    <>
      <CountCell value={reads} {...(href ? { href } : {})} />
      {readDays > 0 ? (
        <div className="text-faint" title={`on ${dayCount(readDays)}`}>
          {rateText({ reads, readDays })}
        </div>
      ) : null}
    </>
  )
}

/** "12 a day on 30 days": over the days with reads, because the log may not cover the others. */
export const perDay = (given: { reads: number; readDays: number }) =>
  given.readDays === 1 ? rateText(given) : `${rateText(given)} on ${given.readDays} days`

const rateText = ({ reads, readDays }: { reads: number; readDays: number }) =>
  readDays === 1 ? 'all on 1 day' : `${count(Math.max(1, Math.round(reads / readDays)))} a day`
