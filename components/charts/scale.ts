// Where things stand on a chart. Across is always in percent of the plot, so that a chart fits any width without scripts
// and its words keep their size; down is in pixels.
import { scaleLinear, scaleUtc } from 'd3-scale'

export const asPercent = (share: number) => `${Math.round(share * 10_000) / 100}%`

export type DateScale = { from: Date; to: Date; share: (at: Date) => number }

export function dateScale(from: Date, to: Date): DateScale {
  // A history of one instant has no width; it stands at the right edge, as "now" does.
  const scale = scaleUtc().domain([from, to]).range([0, 1])
  return { from, to, share: (at) => (from.getTime() === to.getTime() ? 1 : scale(at)) }
}

export type Tick<T> = { at: T; label: string }

// Three letters for every month; British usage has four for September.
const month = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' })

/** "12 Nov", the one way dates stand on an axis. */
export const axisDate = (at: Date) => `${at.getUTCDate()} ${month.format(at)}`

/** "Nov 2026", where an axis reaches over more than half a year. */
export const axisMonth = (at: Date) => `${month.format(at)} ${at.getUTCFullYear()}`

const dayMs = 86_400_000

/** Days up to half a year, months beyond. */
export const axisFormat = ({ from, to }: { from: Date; to: Date }) =>
  to.getTime() - from.getTime() > 200 * dayMs ? axisMonth : axisDate

/** Labels nearer than this share of the width meet where two charts share a card. */
export const leastApart = 0.16

/**
 * About five ticks at midnights; days up to half a year, months beyond. Ticks too near an edge are left out, not squeezed
 * in. A scale that no midnight divides has one tick, in its middle.
 */
export function dateTicks(scale: DateScale): Tick<Date>[] {
  const span = scale.to.getTime() - scale.from.getTime()
  const format = axisFormat(scale)
  const ticks = scaleUtc()
    .domain([scale.from, scale.to])
    .ticks(5)
    // Over a few days they are hours, which would say the same date again and again.
    .filter((at) => at.getTime() % dayMs === 0 && scale.share(at) >= 0.03 && scale.share(at) <= 0.97)
  // Weeks of a month and a half make seven.
  const few = ticks.filter((_, index) => ticks.length <= 5 || index % 2 === 0)
  const middle = new Date(scale.from.getTime() + span / 2)
  return apart(few.length > 0 ? few : [middle], scale).map((at) => ({ at, label: format(at) }))
}

/**
 * The same for a line through points: over a week or less each label stands under a point and says its day, for midnights
 * in between say the day after.
 */
export function pointTicks(scale: DateScale, points: readonly Date[]): Tick<Date>[] {
  if (scale.to.getTime() - scale.from.getTime() > 7 * dayMs) return dateTicks(scale)
  // From the last one, which is now; of several in a day the last one stands for it.
  const days = [...new Map(points.map((at) => [axisDate(at), at])).values()].toReversed()
  const every = Math.max(1, Math.ceil(days.length / 5))
  const chosen = days.filter((_, index) => index % every === 0)
  return apart(chosen, scale)
    .toReversed()
    .map((at) => ({ at, label: axisDate(at) }))
}

/** Those that stand far enough from the one before. Every second of a month starts anew: the 31st and the 1st would meet. */
function apart(instants: readonly Date[], scale: DateScale): Date[] {
  const kept: Date[] = []
  for (const at of instants) {
    const last = kept.at(-1)
    if (!last || Math.abs(scale.share(at) - scale.share(last)) >= leastApart) kept.push(at)
  }
  return kept
}

export type ValueScale = { y: (value: number) => number; ticks: number[]; zero: number }

/**
 * Values to pixels in a plot of `height`. `whole` keeps ticks to whole numbers, for counts. `floor: 'data'` lets the axis
 * start above zero, which only a line may do. `headroom` pixels above the highest tick stay free for words.
 */
export function valueScale(
  values: readonly number[],
  height: number,
  {
    whole = false,
    floor = 'zero',
    most,
    headroom = 0,
  }: { whole?: boolean; floor?: 'zero' | 'data'; most?: number; headroom?: number } = {},
): ValueScale {
  const low = Math.min(...values, Number.POSITIVE_INFINITY)
  const high = Math.max(...values, Number.NEGATIVE_INFINITY)
  const none = values.length === 0
  const bottom = none ? 0 : floor === 'zero' ? Math.min(0, low) : Math.max(0, low - Math.max((high - low) * 0.25, 1))
  const top = none
    ? 1
    : Math.max(floor === 'zero' ? Math.max(high, 1) : high + Math.max((high - low) * 0.25, 1), bottom + 1)
  const scale = scaleLinear()
    .domain([bottom, most === undefined ? top : Math.min(most, top)])
    .nice(4)
    .range([height, headroom])
  const ticks = scale.ticks(4).filter((tick) => !whole || Number.isInteger(tick))
  return { y: (value) => Math.round(scale(value) * 100) / 100, ticks, zero: scale(Math.max(0, bottom)) }
}
