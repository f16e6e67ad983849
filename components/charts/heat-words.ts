// What a strip of days and hours says in words: on hover, and to people who cannot see it.
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'

export type HeatDay = {
  /** Midnight (UTC). */
  day: Date
  /** Reads on that day. */
  calls: number
  /** 24 numbers; none where only the sum of the day is known; null where the log does not cover the day. */
  hours: readonly number[] | null
}

export const readsText = (calls: number) => `${count(calls)} ${calls === 1 ? 'read' : 'reads'}`

const twoDigits = (hour: number) => String(hour).padStart(2, '0')

/** "08:00–09:00". */
export const hourText = (hour: number) => `${twoDigits(hour)}:00–${twoDigits(hour + 1)}:00`

/** The hour with the most reads, the earliest of several; null when no hour has any. */
export function busiestHour(days: readonly HeatDay[]): { day: Date; hour: number; calls: number } | null {
  let busiest: { day: Date; hour: number; calls: number } | null = null
  for (const { day, hours } of days) {
    for (const [hour, calls] of (hours ?? []).entries()) {
      if (calls > (busiest?.calls ?? 0)) busiest = { day, hour, calls }
    }
  }
  return busiest
}

export function dayText({ day, calls, hours }: HeatDay): string {
  if (hours === null) return `${isoDate(day)}: not covered by the log`
  return `${isoDate(day)}: ${readsText(calls)}${hours.length === 0 ? ', hours not kept' : ''}`
}

/** All of it in one sentence: how many, when the most, and what is not known. */
export function heatSummary(label: string, days: readonly HeatDay[]): string {
  const covered = days.filter(({ hours }) => hours !== null)
  const total = covered.reduce((sum, { calls }) => sum + calls, 0)
  const most = busiestHour(days)
  const gaps = days.length - covered.length
  return [
    `${label}: ${covered.length === 0 ? 'not covered by the log' : `${readsText(total)} in ${count(covered.length)} ${covered.length === 1 ? 'day' : 'days'}`}`,
    most && `most from ${hourText(most.hour)} UTC on ${isoDate(most.day)}, ${readsText(most.calls)}`,
    covered.length > 0 && gaps > 0 && `${count(gaps)} ${gaps === 1 ? 'day' : 'days'} not covered`,
  ]
    .filter(Boolean)
    .join('; ')
}
