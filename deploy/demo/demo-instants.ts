// For which instants does the demo still lack a snapshot?

const dayMs = 86_400_000
const hourMs = 3_600_000

/** When the job runs by default: 02:15 UTC. */
const timeOfDayMs = 2 * hourMs + 15 * 60_000

/**
 * The last `days` daily instants up to `now` that come after `latest` (the newest snapshot there is), oldest first; then `now`
 * itself, if what there is would be older than an hour. History is only added to: an older gap stays a gap.
 */
export function demoInstants({ now, days, latest }: { now: Date; days: number; latest: Date | null }): Date[] {
  const newest = Math.floor((now.getTime() - timeOfDayMs) / dayMs) * dayMs + timeOfDayMs
  const after = latest?.getTime() ?? Number.NEGATIVE_INFINITY
  const daily = Array.from({ length: days }, (_, index) => newest - (days - 1 - index) * dayMs)
  const missing = daily.filter((instant) => instant > after)
  const freshest = missing.at(-1) ?? after
  if (now.getTime() - freshest > hourMs) missing.push(now.getTime())
  return missing.map((instant) => new Date(instant))
}
