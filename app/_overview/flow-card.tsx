// Do we fix faster than things break? Findings opened and fixed, week by week. A week leads to each of them.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { everyEvent, flowHref, flowWeeks as weeks, withEvents } from '#app/findings/flow/search.ts'
import type { View } from '#app/view.ts'
import { Legend } from '#components/charts/legend.tsx'
import { StackedBars } from '#components/charts/stacked-bars.tsx'
import { axisDate } from '#components/charts/scale.ts'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { severities } from '#lib/domain/severity.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { type FindingsInWeek, listFindingsByWeek } from '#lib/queries/list-findings-by-week.ts'
import { momentOf } from './moment-of.ts'
import { oncePerSnapshot } from './once-per-snapshot.ts'

export const flowTitle = 'Findings opened and fixed'

export async function FlowCard({ view }: { view: View }) {
  const { db, scope, at, asOf } = view
  const rows = await oncePerSnapshot('findings by week', await momentOf(view), () =>
    listFindingsByWeek(db, { scope, at, weeks }),
  )
  const sum = (of: 'opened' | 'fixed') => rows.reduce((total, row) => total + row[of], 0)
  const parts = (inWeek: readonly FindingsInWeek[], of: 'opened' | 'fixed', word: string) =>
    inWeek.map((row) => ({ word: `${word}, ${row.severity}`, value: row[of], tone: row.severity }))
  return (
    <Card
      title={flowTitle}
      note={
        <>
          In {weeks} weeks{' '}
          <Link href={flowHref(withEvents(everyEvent, { what: 'opened' }), asOf)}>
            {count(sum('opened'))} {sum('opened') === 1 ? 'was' : 'were'} opened
          </Link>{' '}
          and <Link href={flowHref(withEvents(everyEvent, { what: 'fixed' }), asOf)}>{count(sum('fixed'))} fixed</Link>.
          What a rule found at its first look was found, not opened; a waiver neither opens nor fixes.
        </>
      }
      href={withAsOf('/findings', asOf)}
      hrefLabel="Open findings"
    >
      <StackedBars
        label={`Findings opened (up) and fixed (down) a week, the last ${weeks} weeks`}
        step="Week"
        height={250}
        labelEvery={2}
        rows={[...Map.groupBy(rows, (row) => row.startsOn.getTime()).values()].flatMap((inWeek) => {
          const startsOn = inWeek[0]?.startsOn
          if (!startsOn) return []
          const isUnknown = inWeek.every(({ known, opened, fixed }) => !known && opened + fixed === 0)
          const events = inWeek.reduce((total, { opened, fixed }) => total + opened + fixed, 0)
          return {
            key: isoDate(startsOn),
            ...(events > 0
              ? { href: flowHref({ ...everyEvent, days: { from: startsOn, to: addDays(startsOn, 7) } }, asOf) }
              : {}),
            axisLabel: axisDate(startsOn),
            title: `Week of ${isoDate(startsOn)}`,
            ...(isUnknown ? { isUnknown } : {}),
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
