// Do we fix faster than things break? Findings opened and fixed, week by week.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { Legend } from '#components/charts/legend.tsx'
import { StackedBars } from '#components/charts/stacked-bars.tsx'
import { axisDate } from '#components/charts/scale.ts'
import { Card } from '#components/ui/card.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { severities } from '#lib/domain/severity.ts'
import { isoDate } from '#lib/format/date.ts'
import { compactCount, count } from '#lib/format/number.ts'
import { type FindingsInWeek, listFindingsByWeek } from '#lib/queries/list-findings-by-week.ts'
import { momentOf } from './moment-of.ts'
import { oncePerSnapshot } from './once-per-snapshot.ts'

export const flowTitle = 'Findings opened and fixed'

const weeks = 12

export async function FlowCard({ view }: { view: View }) {
  const { db, scope, at } = view
  const rows = await oncePerSnapshot('findings by week', await momentOf(view), () =>
    listFindingsByWeek(db, { scope, at, weeks }),
  )
  const sum = (of: 'opened' | 'fixed') => rows.reduce((total, row) => total + row[of], 0)
  const parts = (inWeek: readonly FindingsInWeek[], of: 'opened' | 'fixed', word: string) =>
    inWeek.map((row) => ({ word: `${word}, ${row.severity}`, value: row[of], tone: row.severity }))
  return (
    <Card
      title={flowTitle}
      note={`In ${weeks} weeks ${count(sum('opened'))} were opened and ${count(sum('fixed'))} fixed. What a rule found at its first look was found, not opened; a waiver neither opens nor fixes.`}
      href={withAsOf('/findings', view.asOf)}
      hrefLabel="Open findings"
    >
      <StackedBars
        label={`Findings opened (up) and fixed (down) a week, the last ${weeks} weeks`}
        step="Week"
        format={compactCount}
        height={250}
        labelEvery={2}
        rows={[...Map.groupBy(rows, (row) => row.startsOn.getTime()).values()].flatMap((inWeek) => {
          const startsOn = inWeek[0]?.startsOn
          if (!startsOn) return []
          return {
            key: isoDate(startsOn),
            axisLabel: axisDate(startsOn),
            title: `Week of ${isoDate(startsOn)}`,
            up: parts(inWeek, 'opened', 'Opened'),
            down: parts(inWeek, 'fixed', 'Fixed'),
          }
        })}
      >
        <div className="mt-2 flex flex-wrap justify-between gap-x-6 gap-y-1">
          <Legend entries={severities.map((severity) => ({ tone: severity, word: severityWord[severity] }))} />
          <span className="text-xs text-faint">Opened above the line, fixed below</span>
        </div>
      </StackedBars>
    </Card>
  )
}
