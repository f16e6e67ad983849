// Which vaults, owners or subscriptions drag us down?
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { ownerHref } from '#app/owners/owner-href.ts'
import { checksHref, postureHref } from '#app/posture/search.ts'
import type { View } from '#app/view.ts'
import { Sparkline } from '#components/charts/sparkline.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import { none } from '#lib/queries/findings/finding-filter.ts'
import { listWorst, type WorstBy, type WorstRow } from '#lib/queries/list-worst.ts'
import { type PostureFilter, wholeEstate } from '#lib/queries/posture-filter.ts'
import { momentOf } from './moment-of.ts'
import { oncePerSnapshot } from './once-per-snapshot.ts'

export const worstTitle: Record<WorstBy, string> = {
  vault: 'Lowest vaults',
  owner: 'Lowest owners',
  subscription: 'Lowest subscriptions',
}

const noun: Record<WorstBy, string> = { vault: 'vault', owner: 'owner', subscription: 'subscription' }
const head: Record<WorstBy, string> = { vault: 'Vault', owner: 'Owner', subscription: 'Subscription' }

const rowsHref: Record<WorstBy, (row: WorstRow, view: View) => string> = {
  vault: ({ name }) => `/vaults/${name}`,
  owner: ({ key }, { scope }) =>
    ownerHref(key || null, { scope, asOf: null }) ?? `/findings?owner=${encodeURIComponent(key || 'none')}`,
  subscription: ({ key }) => `/findings?subscription=${encodeURIComponent(key)}`,
}

const partOf: Record<WorstBy, (row: WorstRow) => PostureFilter> = {
  vault: ({ name }) => ({ ...wholeEstate, vault: name }),
  owner: ({ key }) => ({ ...wholeEstate, owner: key || none }),
  subscription: ({ key }) => ({ ...wholeEstate, subscription: key }),
}

const limit = 5
const weeks = 13

export async function WorstCard({ view, by }: { view: View; by: WorstBy }) {
  const { db, scope, at } = view
  const { rows, total } = await oncePerSnapshot(`worst ${by}`, await momentOf(view), () =>
    listWorst(db, { scope, at, by, limit, weeks }),
  )
  const nameOf = (row: WorstRow) => row.name || 'Nobody named'
  const columns: Column<WorstRow>[] = [
    {
      key: 'name',
      header: head[by],
      cell: (row) => (
        <Link href={withAsOf(rowsHref[by](row, view), view.asOf)} look="row">
          <span className="line-clamp-3" title={nameOf(row)}>
            <Breakable text={nameOf(row)} />
          </span>
        </Link>
      ),
    },
    {
      key: 'trend',
      header: `${weeks} weeks`,
      width: 'w-20',
      hideBelow: 'phone',
      cell: (row) => <Sparkline label={trendLabel(row, nameOf(row))} rows={row.trend} width={56} leastSpan={0.02} />,
    },
    {
      key: 'posture',
      header: 'Posture',
      align: 'right',
      cell: (row) => (
        <>
          <Link href={postureHref(partOf[by](row), view.asOf)} look="row">
            {percent(row.posture)}
          </Link>
          <span
            className="mt-1 block text-xs leading-5 text-faint max-sm:mt-1.5"
            title={`${count(row.unknown)} unknown`}
          >
            {row.fail > 0 ? <Link href={checksHref(partOf[by](row), {}, view.asOf)}>{count(row.fail)}</Link> : '0'} of{' '}
            {count(row.decided)} fail
          </span>
          {row.waived > 0 ? (
            <Link
              href={checksHref(partOf[by](row), { status: 'waived' }, view.asOf)}
              className="block text-xs text-faint"
            >
              {count(row.waived)} waived
            </Link>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <Card
      title={worstTitle[by]}
      note={rows.length < total ? `${rows.length} of ${count(total)} ${noun[by]}s` : undefined}
      {...(by === 'vault' ? { href: withAsOf('/vaults', view.asOf), hrefLabel: 'All vaults' } : {})}
      {...(by === 'owner' ? { href: withAsOf('/owners', view.asOf), hrefLabel: 'All owners' } : {})}
      flush
    >
      <DataTable
        caption={`${worstTitle[by]} by posture`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        empty={<EmptyState title={`No ${noun[by]} has been judged yet`} />}
      />
    </Card>
  )
}

function trendLabel({ trend, posture }: WorstRow, name: string): string {
  const first = trend.find((point) => point.value !== null)
  const start =
    first?.value === undefined || first.value === null ? '' : `${percent(first.value)} on ${isoDate(first.at)}, `
  return `Posture of ${name}: ${start}${percent(posture)} now`
}
