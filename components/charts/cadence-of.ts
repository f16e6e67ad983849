// How long was each version the current one? The days between rotations, in order.
import { dayMs } from '#lib/format/date.ts'

export type CadenceStep = {
  from: Date
  to: Date
  /** Rounded to a tenth. */
  days: number
  /** Not over: the current version so far. */
  isRunning: boolean
  /** Versions in between may not have been seen: it may be two steps, or more. */
  isUncertain: boolean
}

/** The oldest first. Versions made in the same second are one rotation. */
export function cadenceOf(
  createdAt: readonly Date[],
  until: Date,
  gaps: readonly { from: Date | null; to: Date }[] = [],
): CadenceStep[] {
  const instants = [...new Set(createdAt.map((at) => at.getTime()))].sort((one, other) => one - other)
  return instants.flatMap((instant, index): CadenceStep[] => {
    const next = instants[index + 1]
    const end = next ?? until.getTime()
    if (end < instant) return []
    const isUncertain = gaps.some((gap) => (gap.from?.getTime() ?? -Infinity) < end && gap.to.getTime() > instant)
    return [
      {
        from: new Date(instant),
        to: new Date(end),
        days: Math.round(((end - instant) / dayMs) * 10) / 10,
        isRunning: next === undefined,
        isUncertain: next !== undefined && isUncertain,
      },
    ]
  })
}
