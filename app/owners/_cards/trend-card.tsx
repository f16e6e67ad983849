// How did they come to stand like this: the trend of their posture, and the rules that moved it.
import { Movers } from '#app/_overview/movers.tsx'
import { postureMove } from '#app/_overview/posture-movers.ts'
import { addUp, Denominator } from '#app/posture/denominator.tsx'
import { PostureTrend } from '#app/posture/posture-trend.tsx'
import { checksHref, postureHref } from '#app/posture/search.ts'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { addDays } from '#lib/format/date.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import { listJudgingChanges } from '#lib/queries/list-judging-changes.ts'
import { listPostureByDay } from '#lib/queries/list-posture-by-day.ts'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import { pageHref, type Whose } from '../whose.ts'

export const trendTitle = 'Posture'

const trendDays = 90

type TrendCardProps = { view: View; whose: Whose; comparedAt: Date }

export async function TrendCard({ view, whose, comparedAt }: TrendCardProps) {
  const { db, scope, at, asOf } = view
  const filter = { ...wholeEstate, owner: whose.owner }
  const [rules, points, changes] = await Promise.all([
    getPosture(db, { scope, at, comparedAt, filter }),
    listPostureByDay(db, { scope, at, days: trendDays, filter }),
    listJudgingChanges(db, { from: addDays(at, -trendDays), at }),
  ])
  return (
    <Card
      title={trendTitle}
      note="Share of subjects that pass each rule, weighed by severity"
      href={postureHref(filter, asOf)}
      hrefLabel="How this number is made"
    >
      <div className="mb-4">
        <Denominator counts={addUp(rules)} hrefFor={(status) => checksHref(filter, { status }, asOf)} />
      </div>
      <PostureTrend
        label={`Posture, the last ${trendDays} days`}
        points={points}
        changes={changes}
        hrefOn={(day) => pageHref(whose, null, day)}
        height={128}
      />
      <Movers movers={postureMove(rules).movers} asOf={asOf} />
    </Card>
  )
}
