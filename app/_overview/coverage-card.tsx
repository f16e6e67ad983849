// How much of the estate did we really see?
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { unreadWords } from '#app/snapshots/gap-words.ts'
import { countedVaults, readVaults, vaultsHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { ShareBar } from '#components/charts/share-bar.tsx'
import { StackedDays } from '#components/charts/stacked-days.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { type CoverageOnDay, listCoverageByDay } from '#lib/queries/list-coverage-by-day.ts'
import { listUnreadReasons } from '#lib/queries/list-unread-reasons.ts'
import { momentOf } from './moment-of.ts'
import { oncePerSnapshot } from './once-per-snapshot.ts'

export const coverageTitle = 'Coverage'

const trendDays = 90

export async function CoverageCard({ view, standing }: { view: View; standing: Standing }) {
  const { db, scope, at } = view
  const [causes, days] = await Promise.all([
    listUnreadReasons(db, { scope, at }),
    oncePerSnapshot('coverage by day', await momentOf(view), () =>
      listCoverageByDay(db, { scope, at, days: trendDays }),
    ),
  ])
  const { vaults, read, partly, not } = standing
  const ledger = (coverage: 'partly' | 'not') => withAsOf(`/snapshots?coverage=${coverage}`, view.asOf)
  return (
    <Card
      title={coverageTitle}
      note={
        <>
          {read > 0 ? <Link href={vaultsHref(readVaults, view.asOf)}>{count(read)}</Link> : '0'} of{' '}
          <Link
            href={view.scope.kind === 'owned' ? vaultsHref(countedVaults, view.asOf) : withAsOf('/vaults', view.asOf)}
          >
            {count(vaults)} {vaults === 1 ? 'vault' : 'vaults'}
          </Link>{' '}
          read in full
        </>
      }
      href={withAsOf('/snapshots', view.asOf)}
      hrefLabel="Coverage ledger"
    >
      <ShareBar
        label="Vaults by how much of them was read"
        rows={[
          { word: 'Read', count: read, tone: 'ok', href: vaultsHref(readVaults, view.asOf) },
          { word: 'Partly read', count: partly, tone: 'medium', href: ledger('partly') },
          { word: 'Not read', count: not, tone: 'unknown', href: ledger('not') },
        ]}
      />
      <CoverageTrend days={days} />
      {causes.length > 0 ? (
        <div className="mt-4 text-table">
          <h3 className="text-faint">Why not, by number of vaults</h3>
          <ul className="mt-1 space-y-1.5">
            {causes.map((cause) => (
              <li key={cause.code} className="flex items-baseline justify-between gap-3">
                <span className="min-w-0">{unreadWords[cause.code] ?? cause.code}</span>
                <Link
                  href={withAsOf(`/snapshots?reason=${cause.code}`, view.asOf)}
                  aria-label={`${count(cause.vaults)} because: ${unreadWords[cause.code] ?? cause.code}`}
                >
                  {count(cause.vaults)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="mt-4 text-table text-soft">Nothing was kept from Kempt.</p>
      )}
    </Card>
  )
}

/** A day leads to the ledger of that day: its vaults, why they were not read, and what would have changed that. */
function CoverageTrend({ days }: { days: readonly CoverageOnDay[] }) {
  return (
    <div className="mt-4">
      <h3 className="mb-2 text-table text-faint">The last {trendDays} days, in UTC</h3>
      <StackedDays
        label={`Vaults by how much of them was read, the last ${trendDays} days`}
        height={72}
        parts={[
          { name: 'Read', tone: 'ok' },
          { name: 'Partly read', tone: 'medium' },
          { name: 'Not read', tone: 'unknown' },
        ]}
        rows={days.map(({ at, vaults }) => ({
          at,
          values: vaults && [vaults.read, vaults.partly, vaults.not],
          href: `/snapshots?asOf=${isoDate(at)}`,
        }))}
      />
    </div>
  )
}
