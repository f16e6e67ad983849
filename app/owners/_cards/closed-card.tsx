// What did a fix change? Findings that were closed in the last month, the latest first.
import { signedPoints } from '#app/_overview/posture-movers.ts'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { Time } from '#components/ui/time.tsx'
import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { type ClosedFinding, listClosedFindings } from '#lib/queries/owners/list-closed-findings.ts'
import type { OwnerRow } from '#lib/queries/owners/owner-rows.ts'
import { closedFileHref } from '../closed/closed-file-href.ts'
import type { Whose } from '../whose.ts'
import { lookBackDays } from '../windows.ts'

export const closedTitle = `Closed in ${dayCount(lookBackDays)}`

const shownAtOnce = 4
const mostListed = 100

type ClosedCardProps = { view: View; whose: Whose; row: OwnerRow; comparedAt: Date }

export async function ClosedCard({ view, whose, row, comparedAt }: ClosedCardProps) {
  const { db, scope, at, asOf } = view
  const { owner } = whose
  const { rows, total, fixed } = await listClosedFindings(db, scope, {
    at,
    from: addDays(at, -lookBackDays),
    owner,
    most: mostListed,
  })
  const gone = total - fixed
  const moved =
    row.posture === null || row.postureBefore === null
      ? ''
      : ` Posture moved by ${signedPoints(row.posture - row.postureBefore)} points since ${isoDate(comparedAt)}.`
  if (total === 0) {
    return (
      <Card title={closedTitle}>
        <p className="text-table text-soft">
          No finding was closed. A fix shows here after the next snapshot, together with what it did to posture.{moved}
        </p>
      </Card>
    )
  }
  const rest = rows.slice(shownAtOnce)
  return (
    <Card
      title={closedTitle}
      note={`${count(fixed)} fixed${gone > 0 ? `, ${count(gone)} gone with what they were about` : ''}.${moved}`}
      flush
    >
      <Lines rows={rows.slice(0, shownAtOnce)} asOf={asOf} />
      {rest.length > 0 ? (
        <details>
          <summary className="link mx-4 inline-block py-1 text-table">And {count(total - shownAtOnce)} more</summary>
          <Lines rows={rest} asOf={asOf} />
          {total > rows.length ? (
            <p className="px-4 pb-2 text-table text-faint">
              The latest {count(rows.length)} of {count(total)}; the file has all of them.
            </p>
          ) : null}
        </details>
      ) : null}
      <TableFoot exportHref={(format) => closedFileHref(owner, asOf, format)} />
    </Card>
  )
}

function Lines({ rows, asOf }: { rows: readonly ClosedFinding[]; asOf: string | null }) {
  return (
    <ul className="text-table">
      {rows.map(({ verdictId, severity, failing, kind, name, vaultName, how, closedAt }) => (
        <li
          key={verdictId}
          className="grid grid-cols-[10px_minmax(0,1fr)_auto] items-baseline gap-x-2 border-t border-line px-4 py-1"
        >
          <SeverityShape severity={severity} />
          <span className="min-w-0">
            <span className="sr-only">{severityWord[severity]}: </span>
            <Link
              href={kind === 'vault' ? vaultHref(vaultName, asOf) : objectHref({ vaultName, kind, name }, asOf)}
              look="row"
            >
              <Breakable text={name} />
            </Link>{' '}
            <span className="text-faint">{failing}</span>
          </span>
          <span className="text-right whitespace-nowrap text-soft">
            {how} <Time at={closedAt} to="day" />
          </span>
        </li>
      ))}
    </ul>
  )
}
