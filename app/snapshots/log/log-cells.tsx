// What is known of an access log, cell by cell; shared by the ledger and the page of a vault.
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { dayCount } from '#lib/format/date.ts'
import type { LogRow } from '#lib/queries/log/log-row.ts'
import { gapReason, gapText, logDays } from './log-words.ts'

/** The newest row of all, from anybody; how fresh that is only means something beside how far the workspace was read. */
export function NewestRow({ log: { newestAt, readUntilAt }, at }: { log: LogRow; at: Date }) {
  if (!newestAt || !readUntilAt) return <span className="text-faint">none</span>
  return (
    <>
      <Time at={newestAt} />
      <div className="text-faint">
        <Time at={newestAt} now={at} />; read until <Time at={readUntilAt} />
      </div>
    </>
  )
}

/** Days missing between the first row and where the workspace was read, and which ones. */
export function MissingDays({ log: { sinceOn, missingDays, gaps } }: { log: LogRow }) {
  if (sinceOn === null) return <UnknownMark word="All">no row is remembered</UnknownMark>
  if (missingDays === 0) return <span className="text-faint">none</span>
  return (
    <details>
      <summary className="link w-fit">{dayCount(missingDays)}</summary>
      <ul className="mt-1 space-y-0.5 text-left">
        {gaps.map((gap) => (
          <li key={gap.from}>
            <span className="whitespace-nowrap">{gapText(gap)}</span>
            <div className="text-faint">{gapReason(gap)}</div>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-faint">Of the last {logDays} days.</p>
    </details>
  )
}
