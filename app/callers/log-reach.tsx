// How much of what callers did can be seen at all.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { LogCount } from '#lib/queries/log/count-log-coverage.ts'

export function LogReach({ log, asOf }: { log: LogCount; asOf: string | null }) {
  const { vaults, read, whole } = log
  const ledger = <Link href={withAsOf('/snapshots', asOf)}>What is not covered, and why</Link>
  if (vaults === 0) return null
  if (read === 0) {
    return (
      <p className="text-table">
        <UnknownMark word="No access log is read">
          who calls {vaults === 1 ? 'the one vault' : `any of the ${count(vaults)} vaults`} is not known. {ledger}
        </UnknownMark>
      </p>
    )
  }
  return (
    <p className="text-table text-soft">
      From the access logs of {count(read)} of {count(vaults)} {vaults === 1 ? 'vault' : 'vaults'}, {count(whole)} of
      them covered on each of the last 30 days. {read < vaults ? 'Who calls the others is not known. ' : ''}
      {ledger}
    </p>
  )
}
