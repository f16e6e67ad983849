// Are we better or worse than a month ago, and why?
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { addUp, Denominator } from '#app/posture/denominator.tsx'
import { explain } from '#app/posture/explained-rows.ts'
import { checksHref } from '#app/posture/search.ts'
import { PostureTrend } from '#app/posture/posture-trend.tsx'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { addDays, isoDate } from '#lib/format/date.ts'
import { percent } from '#lib/format/number.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { listJudgingChanges } from '#lib/queries/list-judging-changes.ts'
import { listPostureByDay } from '#lib/queries/list-posture-by-day.ts'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import { momentOf } from './moment-of.ts'
import { Movers } from './movers.tsx'
import { oncePerSnapshot } from './once-per-snapshot.ts'
import { postureMove, signedPoints } from './posture-movers.ts'

export const postureTitle = 'Posture'

const comparedDays = 30
const trendDays = 90

export async function PostureCard({ view, standing }: { view: View; standing: Standing }) {
  const { db, scope, at, asOf } = view
  const monthBefore = addDays(at, -comparedDays)
  const comparedAt = standing.firstCapturedAt > monthBefore ? standing.firstCapturedAt : monthBefore
  const [rules, trend, changes] = await Promise.all([
    getPosture(db, { scope, at, comparedAt }),
    oncePerSnapshot('posture by day', await momentOf(view), () => listPostureByDay(db, { scope, at, days: trendDays })),
    listJudgingChanges(db, { from: addDays(at, -trendDays), at }),
  ])
  const { now, before, movers } = postureMove(rules)
  const { withoutWaivers } = explain(rules)
  const counts = addUp(rules)
  return (
    <Card
      title={postureTitle}
      note="Share of subjects that pass each rule, weighed by severity"
      href={withAsOf('/posture', asOf)}
      hrefLabel="How this number is made"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-[32px] leading-10 font-semibold tracking-tight">
          {now === null ? 'Unknown' : percent(now)}
        </span>
        {now !== null && before !== null ? (
          <span className="text-table text-soft">
            <span className="font-medium text-ink">{signedPoints(now - before)}</span> points since{' '}
            {isoDate(comparedAt)}
          </span>
        ) : null}
      </div>
      <div className="mt-0.5 mb-4">
        <Denominator counts={counts} hrefFor={(status) => checksHref(wholeEstate, { status }, asOf)} />
        {counts.waived > 0 && withoutWaivers !== null ? (
          <p className="text-table text-faint">{percent(withoutWaivers)} were the waived counted as failing</p>
        ) : null}
      </div>
      <PostureTrend
        label={`Posture, the last ${trendDays} days`}
        points={trend}
        changes={changes}
        hrefOn={(day) => `/?asOf=${day}`}
        height={112}
      />
      <Movers movers={movers} asOf={asOf} />
    </Card>
  )
}
