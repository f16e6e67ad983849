// Do we rotate? How old the current versions of secrets are, with the line they should not cross.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import type { View } from '#app/view.ts'
import { Histogram } from '#components/charts/histogram.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { WaivedMark } from '#app/posture/waived-mark.tsx'
import { dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { getPolicy } from '#lib/queries/get-policy.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { listSecretAges } from '#lib/queries/list-secret-ages.ts'
import { ageBounds } from './age-bounds.ts'

const overdueRule = 'secret-overdue-for-rotation'

export const ageTitle = 'Age since rotation'

export async function AgeCard({ view, standing }: { view: View; standing: Standing }) {
  const { db, scope, at } = view
  const { thresholds, overrides } = await getPolicy(db, { at })
  const { rotationDays } = thresholds
  const differs = overrides.some((override) => override.thresholds.rotationDays !== undefined)
  // As old as the rule saw them: by now one more may be due, which no finding says yet.
  const readAt = standing.capturedAt
  const { ages, overdue, waived, undecided } = await listSecretAges(db, {
    scope,
    at,
    readAt,
    boundsDays: ageBounds(rotationDays),
  })
  const found = (status: 'fail' | 'waived' | 'unknown') =>
    findingsHref(
      withFilter(defaultSearch, { status, rules: [overdueRule], kinds: ['secret'], enabled: true }),
      view.asOf,
    )
  // What was made while the snapshot ran is younger than nought: the first class has no lower end.
  const aged = ({ fromDays, toDays }: { fromDays: number; toDays: number | null }) =>
    findingsHref(
      withFilter(defaultSearch, {
        ...{ status: 'all', kinds: ['secret'], enabled: true },
        age: { fromDays: fromDays || null, toDays },
      }),
      view.asOf,
    )
  const total = ages.reduce((sum, age) => sum + age.secrets, 0)
  return (
    <Card
      title={ageTitle}
      note={
        <span className="flex flex-wrap gap-x-3">
          <span>
            <Link href={found('fail')}>{count(overdue)}</Link> of {count(total)} enabled{' '}
            {total === 1 ? 'secret' : 'secrets'} not rotated for {dayCount(rotationDays)} or more
            {differs ? ', or for as long as the policy says for them' : ''}
          </span>
          {waived > 0 ? (
            <Link href={found('waived')}>
              <WaivedMark value={waived} />
            </Link>
          ) : null}
          {undecided > 0 ? (
            <Link href={found('unknown')}>
              <UnknownMark word={`${count(undecided)} not judged`} />
            </Link>
          ) : null}
        </span>
      }
      href={withAsOf(`/findings?rule=${overdueRule}`, view.asOf)}
      hrefLabel="The overdue ones"
    >
      <Histogram
        label={`Enabled secrets by days since their current version was made, threshold ${dayCount(rotationDays)}`}
        measure="Age"
        unit="Secrets"
        threshold={{ before: ages.findIndex((age) => age.fromDays === rotationDays), label: dayCount(rotationDays) }}
        rows={ages.map(({ fromDays, toDays, secrets, undecided }) => ({
          key: String(fromDays),
          axisLabel: toDays === null ? `${fromDays}+` : `${fromDays}–${toDays}`,
          title: toDays === null ? `${dayCount(fromDays)} or more` : `${fromDays} to under ${dayCount(toDays)}`,
          count: secrets,
          unknown: undecided,
          ...(secrets + undecided > 0 ? { href: aged({ fromDays, toDays }) } : {}),
          tone: fromDays >= rotationDays ? 'high' : 'ok',
        }))}
      />
    </Card>
  )
}
