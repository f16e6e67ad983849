// What breaks next? Everything that expires in the coming quarter, week by week.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { axisDate } from '#components/charts/scale.ts'
import { StackedBars } from '#components/charts/stacked-bars.tsx'
import { Card } from '#components/ui/card.tsx'
import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { compactCount, count } from '#lib/format/number.ts'
import { getThresholds } from '#lib/queries/get-thresholds.ts'
import { listExpiriesByWeek } from '#lib/queries/list-expiries-by-week.ts'
import { expiringHref } from './expiring-href.ts'

export const expiryTitle = 'Expiry horizon'

const weeks = 13

export async function ExpiryCard({ view }: { view: View }) {
  const { db, scope, at } = view
  const [rows, policy] = await Promise.all([listExpiriesByWeek(db, { scope, at, weeks }), getThresholds(db, { at })])
  const total = rows.reduce((sum, week) => sum + week.secrets + week.keys + week.certificates, 0)
  const untilOn = addDays(rows.at(-1)?.startsOn ?? at, 7)
  const days = (fromOn: Date, toOn: Date) => withAsOf(expiringHref({ fromOn, toOn }), view.asOf)
  // Where the near-expiry threshold falls among the weeks; it need not fall between two.
  const near = policy.nearExpiryDays / 7
  return (
    <Card
      title={expiryTitle}
      note={`${count(total)} ${total === 1 ? 'object expires' : 'objects expire'} in the next ${weeks} weeks`}
      href={days(rows[0]?.startsOn ?? at, untilOn)}
      hrefLabel="All of them"
    >
      <StackedBars
        label={`Objects that expire in each of the next ${weeks} weeks`}
        step="Week"
        format={compactCount}
        sums
        labelEvery={2}
        {...(near < weeks ? { boundary: { before: near, label: dayCount(policy.nearExpiryDays) } } : {})}
        rows={rows.map((week) => {
          return {
            key: isoDate(week.startsOn),
            axisLabel: axisDate(week.startsOn),
            title: `${isoDate(week.startsOn)} to ${isoDate(addDays(week.startsOn, 6))}`,
            href: days(week.startsOn, addDays(week.startsOn, 7)),
            up: [
              { word: 'Secrets', value: week.secrets, tone: 'accent' },
              { word: 'Keys', value: week.keys, tone: 'accent' },
              { word: 'Certificates', value: week.certificates, tone: 'accent' },
            ],
          }
        })}
      />
    </Card>
  )
}
