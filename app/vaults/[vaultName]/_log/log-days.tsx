// Which days the access log of a vault covers: said wherever the absence of a call could be taken for more than it is.
import { reasonText } from '#app/snapshots/gap-words.ts'
import { isRead, logDays, logStateText } from '#app/snapshots/log/log-words.ts'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { dayCount, isoDate } from '#lib/format/date.ts'
import type { LogRow } from '#lib/queries/log/log-row.ts'

export function LogDays({ log }: { log: LogRow | null }) {
  if (!log) return <UnknownMark>nothing is known of its access log.</UnknownMark>
  const { sinceOn, newestAt, missingDays, code, state } = log
  const known = sinceOn && newestAt ? `${sinceOn} to ${isoDate(newestAt)}` : null
  if (!isRead(log)) {
    return (
      <UnknownMark word="The access log is not read">
        {code ? reasonText(code) : logStateText[state]}
        {known ? ` What is shown is from ${known}, when it was.` : null}
      </UnknownMark>
    )
  }
  if (!known) return <UnknownMark>no row of its access log is remembered.</UnknownMark>
  return (
    <>
      The log covers {known}
      {missingDays > 0 ? `, except ${dayCount(missingDays)} of the last ${logDays}` : null}.
    </>
  )
}
