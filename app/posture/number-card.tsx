// The number itself: what it is out of, what waivers do to it, and how it moved.
import { momentOf } from '#app/_overview/moment-of.ts'
import { oncePerSnapshot } from '#app/_overview/once-per-snapshot.ts'
import type { View } from '#app/view.ts'
import { ShareBar } from '#components/charts/share-bar.tsx'
import { Card } from '#components/ui/card.tsx'
import { addDays } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import { listJudgingChanges } from '#lib/queries/list-judging-changes.ts'
import { listPostureByDay } from '#lib/queries/list-posture-by-day.ts'
import type { PostureFilter } from '#lib/queries/posture-filter.ts'
import { addUp, Denominator } from './denominator.tsx'
import type { Explained } from './explained-rows.ts'
import { PostureTrend } from './posture-trend.tsx'
import { checksHref, postureHref } from './search.ts'

export const numberTitle = 'Posture'

const trendDays = 90

type NumberCardProps = { view: View; filter: PostureFilter; explained: Explained }

export async function NumberCard({ view, filter, explained }: NumberCardProps) {
  const { db, scope, at, asOf } = view
  const { posture, withoutWaivers, rows } = explained
  const whole = Object.values(filter).every((value) => value === null)
  const trendOf = () => listPostureByDay(db, { scope, at, days: trendDays, filter })
  const [points, changes] = await Promise.all([
    // The parts are too many to remember; the whole is what the Overview draws as well.
    whole ? oncePerSnapshot('posture by day', await momentOf(view), trendOf) : trendOf(),
    listJudgingChanges(db, { from: addDays(at, -trendDays), at }),
  ])
  const counts = addUp(rows)
  const judging = rows.filter(({ share }) => share !== null).length
  return (
    <Card title={numberTitle}>
      <div className="grid grid-cols-1 gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="min-w-0">
          <p className="text-[32px] leading-10 font-semibold tracking-tight">
            {posture === null ? 'Unknown' : percent(posture)}
          </p>
          <div className="mt-0.5 mb-4">
            <Denominator counts={counts} hrefFor={(status) => checksHref(filter, { status }, asOf)} />
          </div>
          <ShareBar
            label="Checks by how they ended"
            rows={[
              { word: 'Pass', count: counts.pass, tone: 'ok' },
              { word: 'Fail', count: counts.fail, tone: 'high', href: checksHref(filter, {}, asOf) },
              {
                word: 'Waived',
                count: counts.waived,
                tone: 'quiet',
                href: checksHref(filter, { status: 'waived' }, asOf),
              },
              {
                word: 'Unknown',
                count: counts.unknown,
                tone: 'unknown',
                href: checksHref(filter, { status: 'unknown' }, asOf),
              },
            ]}
          />
          <p className="mt-4 text-table text-soft">
            {posture === null
              ? 'No rule could decide anything here, so there is no posture: not a good one, and not a bad one.'
              : `${count(judging)} ${judging === 1 ? 'rule' : 'rules'} decided something. Each adds its share of the weight times its compliance; together they are ${percent(posture)}. What is unknown takes no part: it lowers coverage and raises nothing.`}
            {counts.waived > 0 && withoutWaivers !== null
              ? ` What is waived takes no part either: were it counted as failing, posture would be ${percent(withoutWaivers)}.`
              : ''}
          </p>
        </div>
        <div className="min-w-0">
          <h3 className="mb-2 text-table text-faint">The last {trendDays} days</h3>
          <PostureTrend
            label={`Posture, the last ${trendDays} days`}
            points={points}
            changes={changes}
            hrefOn={(day) => postureHref(filter, day)}
            height={150}
          />
        </div>
      </div>
    </Card>
  )
}
