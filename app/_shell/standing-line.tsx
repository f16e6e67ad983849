// What the figures of a page rest on: as of when, read when, and how much of the estate that is.
import { readVaults, vaultsHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { chosenZone } from '#components/ui/chosen-zone.ts'
import { Link } from '#components/ui/link.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { ago, dayMs } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { zonedInstant } from '#lib/format/zoned-instant.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { CoverageBar } from './coverage-bar.tsx'
import { LocalTime } from './local-time.tsx'
import { withAsOf } from './with-as-of.ts'

export function StandingLine({ view, standing }: { view: View; standing: Standing | null }) {
  if (!standing) {
    return (
      <p className="text-table text-soft">
        {view.asOf ? `No snapshot had been taken by ${view.asOf}.` : 'No snapshot has been taken yet.'}{' '}
        <Link href="/snapshots">Snapshots</Link>
      </p>
    )
  }
  const { capturedAt, readSinceAt, vaults, read, partly, not } = standing
  // Snapshots are taken daily; one that is a good day old is worth a word.
  const stale = view.at.getTime() - capturedAt.getTime() > 1.5 * dayMs
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-table text-soft">
      <span>
        As of <span className="font-medium text-ink">{view.asOf ?? 'now'}</span>
        {view.asOf ? null : <span className="hidden print:inline"> ({zonedInstant(view.now, chosenZone())})</span>}
      </span>
      <Dot />
      <span>
        read at <LocalTime iso={capturedAt.toISOString()} text={zonedInstant(capturedAt, chosenZone())} />
        {view.asOf ? null : (
          <span className={stale ? 'font-medium text-medium-ink' : 'text-faint'}> ({ago(capturedAt, view.now)})</span>
        )}
      </span>
      {readSinceAt ? (
        <>
          <Dot />
          <Link href={withAsOf('/snapshots', view.asOf)}>
            some vaults since, at{' '}
            <LocalTime iso={readSinceAt.toISOString()} text={zonedInstant(readSinceAt, chosenZone())} />, by an
            unfinished snapshot
          </Link>
        </>
      ) : null}
      <Dot />
      <Link href={vaultsHref(readVaults, view.asOf)} className="inline-flex items-center gap-2">
        <CoverageBar read={read} partly={partly} not={not} />
        {count(read)} of {count(vaults)} {vaults === 1 ? 'vault' : 'vaults'} read
      </Link>
      {partly > 0 ? <Link href={withAsOf('/snapshots?coverage=partly', view.asOf)}>{count(partly)} partly</Link> : null}
      {not > 0 ? (
        <Link
          href={withAsOf('/snapshots?coverage=not', view.asOf)}
          className="inline-flex items-center gap-1.5 text-unknown-ink"
        >
          <UnknownSwatch />
          {count(not)} not
        </Link>
      ) : null}
    </p>
  )
}

function Dot() {
  return (
    <span aria-hidden="true" className="text-faint max-sm:hidden">
      ·
    </span>
  )
}
