// Where things stand on a chart. Across is always in percent of the plot, so that a chart fits any width without scripts
// and its words keep their size; down is in pixels.
import { bisector } from 'd3-array'
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

const axisMonth = (at: Date) => `${month.format(at)} ${at.getUTCFullYear()}`

/** About five ticks; days up to half a year, months beyond. Ticks too near an edge are left out, not squeezed in. */
export function dateTicks(scale: DateScale): Tick<Date>[] {
  const days = (scale.to.getTime() - scale.from.getTime()) / 86_400_000
  const format = days > 200 ? axisMonth : axisDate
  const ticks = scaleUtc()
    .domain([scale.from, scale.to])
    .ticks(5)
    .filter((at) => scale.share(at) >= 0.03 && scale.share(at) <= 0.97)
  // Weeks of a month and a half make seven, which meet where two charts share a card.
  return ticks.filter((_, index) => ticks.length <= 5 || index % 2 === 0).map((at) => ({ at, label: format(at) }))
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

/** The index of the point nearest to a share of the width; points in order of `x`. */
export function nearestIndex(points: readonly { x: number }[], x: number): number {
  return bisector<{ x: number }, number>((point) => point.x).center(points, x)
}
