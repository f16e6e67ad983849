// What to do next, in order: the riskiest first, each with the command that mends it.
import { subjectsText } from '#app/findings/words.ts'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { utcInstant } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { countFindings } from '#lib/queries/findings/count-findings.ts'
import { everyFinding } from '#lib/queries/findings/finding-filter.ts'
import { byRisk } from '#lib/queries/findings/finding-order.ts'
import { listFindings } from '#lib/queries/findings/list-findings.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import type { OwnerRow } from '#lib/queries/owners/owner-rows.ts'
import { rowsHref, type Whose } from '../whose.ts'
import { NextItem } from './next-item.tsx'

export const nextTitle = 'What to do next'

/** More than this nobody does in a morning; the rest is one click away. */
const most = 10

type NextCardProps = { view: View; whose: Whose; standing: Standing; row: OwnerRow }

export async function NextCard({ view, whose, standing, row: { judged, unknown, waived } }: NextCardProps) {
  const { db, scope, at, asOf } = view
  const filter = { ...everyFinding, owner: whose.owner }
  const [rows, counts] = await Promise.all([
    listFindings(db, scope, { at, filter, order: byRisk, page: 1, pageSize: most }),
    countFindings(db, scope, { at, filter }),
  ])
  if (rows.length === 0 && judged + unknown + waived === 0) {
    return (
      <Card title={nextTitle}>
        <EmptyState title="Nothing has been judged yet">The next snapshot says whether anything fails here.</EmptyState>
      </Card>
    )
  }
  if (rows.length === 0) {
    return (
      <Card title={nextTitle}>
        <EmptyState title="Nothing to do">
          Checked at {utcInstant(standing.capturedAt)}: nothing fails here
          {counts.waivedSubjects > 0 ? ' that is not waived' : ''}
          {counts.unknownSubjects > 0
            ? `. ${subjectsText(counts.unknownSubjects, filter)} could not be judged, which is not the same as good`
            : ''}
          .
        </EmptyState>
      </Card>
    )
  }
  const { subjects, findings } = counts
  return (
    <Card
      title={nextTitle}
      note={`${subjects > rows.length ? `The first ${rows.length} of ` : ''}${subjectsText(subjects, filter)} with ${count(findings)} open ${findings === 1 ? 'finding' : 'findings'}, the riskiest first.`}
      href={rowsHref(whose, {}, asOf)}
      hrefLabel="All of it in At risk"
      flush
    >
      <ol className="border-t border-line">
        {rows.map((row, index) => (
          <NextItem key={row.key} row={row} place={index + 1} view={view} whose={whose} />
        ))}
      </ol>
    </Card>
  )
}
