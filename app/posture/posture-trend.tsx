// How a posture moved, with what else changed than the estate: a new rule or another policy moves it too.
import { TimeLine, type TimeLineMark } from '#components/charts/time-line.tsx'
import { isoDate } from '#lib/format/date.ts'
import type { JudgingChange } from '#lib/queries/list-judging-changes.ts'
import type { PosturePoint } from '#lib/queries/list-posture-by-day.ts'

type PostureTrendProps = {
  label: string
  points: readonly PosturePoint[]
  changes: readonly JudgingChange[]
  /** Where a click on a day leads. */
  hrefOn: (day: string) => string
  height: number
}

export function PostureTrend({ label, points, changes, hrefOn, height }: PostureTrendProps) {
  return (
    <TimeLine
      label={label}
      rows={points.map((point) => ({
        at: point.at,
        values: [point.posture === null ? null : point.posture * 100],
        href: hrefOn(isoDate(point.at)),
      }))}
      series={[{ name: 'Posture', tone: 'accent' }]}
      marks={changes.map(markOf)}
      format={(value) => `${Math.round(value * 10) / 10}%`}
      floor="data"
      most={100}
      height={height}
    />
  )
}

/** "+7 rules, policy changed". */
export function markOf({ at, rulesAdded, policyChanged }: JudgingChange): TimeLineMark {
  const words = [
    rulesAdded > 0 ? `+${rulesAdded} ${rulesAdded === 1 ? 'rule' : 'rules'}` : '',
    policyChanged ? 'policy changed' : '',
  ]
  return { at, label: words.filter(Boolean).join(', ') }
}
