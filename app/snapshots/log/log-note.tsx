// What a page of calls rests on: of how many vaults the access log is read, and the way to the others.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { LogCount } from '#lib/queries/log/count-log-coverage.ts'

type LogNoteProps = {
  log: LogCount
  /** How far back the page reaches. */
  days: number
  /** What is not known where no log is, before "the other 10" ("who calls", "what was done in"). */
  asks: string
  asOf: string | null
}

export const logHref = (asOf: string | null) => `${withAsOf('/snapshots', asOf)}#log`

export function LogNote({ log: { vaults, read, whole }, days, asks, asOf }: LogNoteProps) {
  const reached = `Access logs of ${count(read)} of ${count(vaults)} ${vaults === 1 ? 'vault' : 'vaults'} are read`
  const rest = vaults - whole
  if (vaults === 0) return null
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-table text-soft">
      <span>
        <Link href={logHref(asOf)}>{reached}</Link>
        {read > 0 ? `, ${whole === read ? 'all' : count(whole)} of them on each of these ${days} days` : ''}.
      </span>
      {rest > 0 ? (
        <UnknownMark word="Not known">
          {asks} {rest === vaults ? 'them' : `the other ${count(rest)}`} on days without a log.
        </UnknownMark>
      ) : null}
    </p>
  )
}
