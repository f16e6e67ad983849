// Are we better or worse than a month ago, and why?
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { TimeLine } from '#components/charts/time-line.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { addDays, isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { listPostureByDay } from '#lib/queries/list-posture-by-day.ts'
import { oncePerSnapshot } from './once-per-snapshot.ts'
import { type Mover, postureMove, signedPoints } from './posture-movers.ts'

export const postureTitle = 'Posture'

const comparedDays = 30
const trendDays = 90

export async function PostureCard({ view, standing }: { view: View; standing: Standing }) {
  const { db, scope, at } = view
  const monthBefore = addDays(at, -comparedDays)
  const comparedAt = standing.firstCapturedAt > monthBefore ? standing.firstCapturedAt : monthBefore
  const [rules, trend] = await Promise.all([
    getPosture(db, { scope, at, comparedAt }),
    oncePerSnapshot('posture by day', { scope, at, snapshotId: standing.snapshotId }, () =>
      listPostureByDay(db, { scope, at, days: trendDays }),
    ),
  ])
  const { now, before, movers } = postureMove(rules)
  const decided = rules.reduce((sum, rule) => sum + rule.pass + rule.fail, 0)
  const unknown = rules.reduce((sum, rule) => sum + rule.unknown, 0)
  const judged = rules.filter((rule) => rule.pass + rule.fail > 0).length

  return (
    <Card
      title={postureTitle}
      note="Share of subjects that pass each rule, weighed by severity"
      href={withAsOf('/rules', view.asOf)}
      hrefLabel="Rule by rule"
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
      <p className="mt-0.5 mb-4 flex flex-wrap items-baseline gap-x-3 text-table text-faint">
        <span>
          {count(decided)} of {count(decided + unknown)} answers of {count(judged)} {judged === 1 ? 'rule' : 'rules'}{' '}
          are known
        </span>
        {unknown > 0 ? <UnknownMark word={`${count(unknown)} unknown`} /> : null}
      </p>
      <TimeLine
        label={`Posture, the last ${trendDays} days`}
        rows={trend.map((point) => ({
          at: point.at,
          values: [point.posture === null ? null : point.posture * 100],
          href: `/?asOf=${isoDate(point.at)}`,
        }))}
        series={[{ name: 'Posture', tone: 'accent' }]}
        format={(value) => `${Math.round(value * 10) / 10}%`}
        floor="data"
        most={100}
        height={128}
      />
      <Movers movers={movers} asOf={view.asOf} />
    </Card>
  )
}

const shownMovers = 5

function Movers({ movers, asOf }: { movers: readonly Mover[]; asOf: string | null }) {
  if (movers.length === 0) return null
  return (
    <div className="mt-4 text-table">
      <h3 className="text-faint">What moved it, in points</h3>
      <ul className="mt-1 space-y-0.5">
        {movers.slice(0, shownMovers).map((mover) => (
          <li key={mover.ruleId} className="grid grid-cols-[40px_minmax(0,1fr)_auto] items-baseline gap-x-3">
            <span className="text-right font-medium">{signedPoints(mover.by)}</span>
            <Link href={withAsOf(`/rules/${mover.ruleId}`, asOf)} look="row">
              {mover.failing}
            </Link>
            <span className="whitespace-nowrap text-soft">
              {percent(mover.before)} → {percent(mover.now)} pass
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
