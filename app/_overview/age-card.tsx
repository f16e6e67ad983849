// Do we rotate? How old the current versions of secrets are, with the line they should not cross.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { Histogram } from '#components/charts/histogram.tsx'
import { Card } from '#components/ui/card.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { WaivedMark } from '#app/posture/waived-mark.tsx'
import { dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { getPolicy } from '#lib/queries/get-policy.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { listSecretAges } from '#lib/queries/list-secret-ages.ts'
import { ageBounds } from './age-bounds.ts'

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
  const total = ages.reduce((sum, age) => sum + age.secrets, 0)
  return (
    <Card
      title={ageTitle}
      note={
        <span className="flex flex-wrap gap-x-3">
          <span>
            {count(overdue)} of {count(total)} enabled {total === 1 ? 'secret' : 'secrets'} not rotated for{' '}
            {dayCount(rotationDays)} or more{differs ? ', or for as long as the policy says for them' : ''}
          </span>
          {waived > 0 ? <WaivedMark value={waived} /> : null}
          {undecided > 0 ? <UnknownMark word={`${count(undecided)} not judged`} /> : null}
        </span>
      }
      href={withAsOf('/findings?rule=secret-overdue-for-rotation', view.asOf)}
      hrefLabel="The overdue ones"
    >
      <Histogram
        label={`Enabled secrets by days since their current version was made, threshold ${dayCount(rotationDays)}`}
        measure="Age"
        unit="Secrets"
        threshold={{ before: ages.findIndex((age) => age.fromDays === rotationDays), label: dayCount(rotationDays) }}
        rows={[
          ...ages.map(({ fromDays, toDays, secrets }) => ({
            key: String(fromDays),
            axisLabel: toDays === null ? `${fromDays}+` : `${fromDays}–${toDays}`,
            title: toDays === null ? `${dayCount(fromDays)} or more` : `${fromDays} to under ${dayCount(toDays)}`,
            count: secrets,
            tone: fromDays >= rotationDays ? ('high' as const) : ('ok' as const),
          })),
          ...(undecided > 0 ? [notJudged(undecided, view.asOf)] : []),
        ]}
      />
    </Card>
  )
}

/** Secrets that were not seen well enough to be judged are in no class of age, and are not left out either. */
const notJudged = (secrets: number, asOf: string | null) => ({
  key: 'unknown',
  axisLabel: 'unknown',
  title: 'Not judged',
  count: secrets,
  tone: 'unknown' as const,
  href: withAsOf('/findings?status=unknown&rule=secret-overdue-for-rotation', asOf),
})
