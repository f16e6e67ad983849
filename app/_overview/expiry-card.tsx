// What breaks next? Everything that expires in the coming quarter, week by week.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { axisDate } from '#components/charts/scale.ts'
import { StackedBars } from '#components/charts/stacked-bars.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { getThresholds } from '#lib/queries/get-thresholds.ts'
import { listExpiriesByWeek } from '#lib/queries/list-expiries-by-week.ts'
import { expiringHref } from './expiring-href.ts'

export const expiryTitle = 'Expiry horizon'

const weeks = 13

export async function ExpiryCard({ view, standing }: { view: View; standing: Standing }) {
  const { db, scope, at } = view
  const [rows, policy] = await Promise.all([listExpiriesByWeek(db, { scope, at, weeks }), getThresholds(db, { at })])
  const total = rows.reduce((sum, week) => sum + week.secrets + week.keys + week.certificates, 0)
  const untilOn = addDays(rows.at(-1)?.startsOn ?? at, 7)
  const days = (fromOn: Date, toOn: Date) => withAsOf(expiringHref({ fromOn, toOn }), view.asOf)
  // Where the near-expiry threshold falls among the weeks; it need not fall between two.
  const near = policy.nearExpiryDays / 7
  const unread = standing.partly + standing.not
  const isUnknown = total === 0 && unread > 0 && standing.read === 0
  return (
    <Card
      title={expiryTitle}
      note={
        <span className="flex flex-wrap gap-x-3">
          <span>
            <Link href={days(rows[0]?.startsOn ?? at, untilOn)}>
              {count(total)} {total === 1 ? 'object expires' : 'objects expire'}
            </Link>{' '}
            in the next {weeks} weeks
          </span>
          {unread > 0 ? (
            <UnknownMark word={`${count(unread)} ${unread === 1 ? 'vault' : 'vaults'} not read in full`} />
          ) : null}
        </span>
      }
      href={days(rows[0]?.startsOn ?? at, untilOn)}
      hrefLabel="All of them"
    >
      <StackedBars
        label={`Objects that expire in each of the next ${weeks} weeks`}
        step="Week"
        sums
        labelEvery={2}
        {...(near < weeks ? { boundary: { before: near, label: dayCount(policy.nearExpiryDays) } } : {})}
        rows={rows.map((week) => {
          return {
            key: isoDate(week.startsOn),
            axisLabel: axisDate(week.startsOn),
            title: `${isoDate(week.startsOn)} to ${isoDate(addDays(week.startsOn, 6))}`,
            ...(isUnknown ? { isUnknown } : {}),
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
