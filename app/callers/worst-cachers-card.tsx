// Who would spare the vaults most by keeping what it reads?
import { momentOf } from '#app/_overview/moment-of.ts'
import { oncePerSnapshot } from '#app/_overview/once-per-snapshot.ts'
import { standingOf } from '#app/_shell/standing-of.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { isoDate, utcInstant } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import { getHoursFrom } from '#lib/queries/callers/get-hours-from.ts'
import { listWorstCachers, type WorstCacher } from '#lib/queries/callers/list-worst-cachers.ts'
import type { LogCount } from '#lib/queries/log/count-log-coverage.ts'
import { ObjectLink } from './_cells/called-cell.tsx'
import { whoColumn } from './_cells/call-columns.tsx'
import { callerHref, callersHref, defaultCallersSearch } from './search.ts'

export const worstCachersTitle = 'Ten worst at caching'

const most = 10

type WorstCachersCardProps = { view: View; log: LogCount; readsPerWindow: number }

export async function WorstCachersCard({ view, log, readsPerWindow }: WorstCachersCardProps) {
  const { db, scope, at, asOf } = view
  const [{ rows, total }, hoursFrom, standing] = await Promise.all([
    oncePerSnapshot(`worst cachers ${readsPerWindow}`, await momentOf(view), () =>
      listWorstCachers(db, scope, { at, readsPerWindow, most }),
    ),
    getHoursFrom(db, scope, { at }),
    standingOf(view),
  ])
  const habit = `more than ${times(readsPerWindow)} within eight hours`
  const since = hoursFrom ? ` Hours of calls are known since ${isoDate(hoursFrom)} only.` : ''
  if (rows.length === 0) {
    return (
      <Card title={worstCachersTitle}>
        {log.read === 0 ? (
          <p className="text-table">
            <UnknownMark>no access log is read, so nobody’s reads can be counted.</UnknownMark>
          </p>
        ) : (
          <EmptyState title="All clear">
            Checked at {utcInstant(standing?.capturedAt ?? at)}: in the access logs of {count(log.read)} of{' '}
            {count(log.vaults)} {log.vaults === 1 ? 'vault' : 'vaults'}, nobody read a secret {habit} from one address
            in the last 7 days.{since}
          </EmptyState>
        )}
      </Card>
    )
  }
  return (
    <Card
      title={worstCachersTitle}
      note={`Callers that read a secret ${habit} from one address, in the last 7 days. Windows begin at 00, 08 and 16 UTC.${since}`}
      {...(total > rows.length
        ? {
            href: callersHref(
              {
                ...defaultCallersSearch,
                filter: { ...defaultCallersSearch.filter, habits: ['not-caching'] },
                order: { sort: 'needless', direction: 'desc' },
              },
              asOf,
            ),
            hrefLabel: `All ${count(total)} that do not cache`,
          }
        : {})}
      flush
    >
      <DataTable
        caption={worstCachersTitle}
        columns={columnsFor(asOf)}
        rows={rows}
        rowKey={({ callerId }) => callerId}
      />
    </Card>
  )
}

const times = (number: number) => (number === 1 ? 'once' : number === 2 ? 'twice' : `${count(number)} times`)

const columnsFor = (asOf: string | null): Column<WorstCacher>[] => [
  whoColumn(asOf),
  {
    key: 'secrets',
    header: 'Reads needlessly',
    width: 'sm:min-w-64',
    cell: (caller) => <WorstSecrets caller={caller} asOf={asOf} />,
  },
  { key: 'reads', header: 'Reads, 7 days', align: 'right', cell: ({ reads }) => count(reads) },
  {
    key: 'cached',
    header: 'If cached',
    align: 'right',
    cell: ({ reads, needless }) => count(reads - needless),
  },
  {
    key: 'saving',
    header: 'Saving',
    align: 'right',
    cell: ({ reads, needless }) => (
      <>
        <span className="font-medium">{count(needless)}</span>
        <div className="text-faint">{percent(needless / reads)}</div>
      </>
    ),
  },
]

/** The worst by name; the others are on the page of the caller. */
function WorstSecrets({ caller, asOf }: { caller: WorstCacher; asOf: string | null }) {
  const { identity, worst, needlessSecrets } = caller
  const [first, ...others] = worst
  if (!first) return null
  const rest = needlessSecrets - 1
  return (
    <>
      <ObjectLink object={{ ...first, kind: 'secret' }} asOf={asOf} />{' '}
      <span className="text-faint">
        in {first.vault}
        {rest > 0 ? (
          <>
            {' '}
            <Link
              href={`${callerHref(identity, asOf)}#reads`}
              look="plain"
              title={others.map(({ name }) => name).join(', ')}
              className="whitespace-nowrap hover:underline"
            >
              and {count(rest)} more
            </Link>
          </>
        ) : null}
      </span>
    </>
  )
}
