// When a policy acts, in stable words: they are stored, compared and shown.

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const
const lengths = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/

/** "90 days" for P90D, "1 year 6 months" for P1Y6M; a duration of another form (P1DT12H, P) as Azure says it. */
export function durationWords(duration: string): string {
  const counts = lengths.exec(duration)?.slice(1) ?? []
  const words = Object.values(units).flatMap((unit, index) => {
    const count = counts[index]
    return count === undefined ? [] : [counted(Number(count), unit)]
  })
  return words.length > 0 ? words.join(' ') : duration
}

/** A key's trigger; null when the policy names neither moment. */
export const keyTrigger = (after?: string | null, before?: string | null): string | null =>
  after ? `${durationWords(after)} after creation` : before ? `${durationWords(before)} before expiry` : null

/** A certificate's trigger; null when the policy names neither moment. */
export const certificateTrigger = (daysBefore?: number | null, percentage?: number | null): string | null => {
  if (typeof daysBefore === 'number') return `${counted(daysBefore, 'day')} before expiry`
  return typeof percentage === 'number' ? `at ${percentage} % of its life` : null
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
