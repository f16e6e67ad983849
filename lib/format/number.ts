// Numbers as people read them, in one locale.

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 0, maximumFractionDigits: 1 })

/** "12,345". */
export const count = (value: number): string => whole.format(value)

/** "12.3k", for axes and small cards; anything below a thousand is written out. */
export const compactCount = (value: number): string => short.format(value)

/**
 * A share of 0 to 1 as "93.5%", or "50%" when the tenths are nought. Never "100%" while something is missing and never
 * "0%" while something is there: one failing vault in ten thousand must not round away.
 */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10
  if (rounded >= 100 && share < 1) return '99.9%'
  if (rounded === 0 && share > 0) return '0.1%'
  return `${tenths.format(rounded)}%`
}
