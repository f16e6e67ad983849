// Instants in a time zone that somebody chose. The zone is always named, so that two people who compare notes agree.
import { utcInstant } from './date.ts'

const minuteMs = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** "2026-11-23 07:15 UTC+1": on the clocks of an IANA zone, with its distance from UTC at that instant. */
export function zonedInstant(at: Date, zone: string): string {
  if (zone === 'UTC') return utcInstant(at)
  const { year, month, day, hour, minute } = clockOf(at, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  const aheadMinutes = Date.UTC(year, month - 1, day, hour, minute) / minuteMs - Math.floor(at.getTime() / minuteMs)
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} UTC${offsetText(aheadMinutes)}`
}

/** "+1", "-3:30"; nothing where the clocks are those of UTC. */
function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const text = rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`
  return minutes === 0 ? '' : `${minutes < 0 ? '-' : '+'}${text}`
}

function clockOf(at: Date, zone: string) {
  const parts = formatIn(zone).formatToParts(at)
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
  }
}

/** Making a format takes longer than using it a hundred times. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formats.set(zone, format)
  return format
}

/** The IANA zone that a text names, or null. What is another name of UTC is UTC; case does not matter. */
export function timeZoneIn(text: string): string | null {
  // Intl also takes distances ("+05:30"), which are no zones: they know no summer.
  if (!/^[a-z][a-z0-9_+/-]{1,63}$/i.test(text)) return null
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-GB', { timeZone: text }).resolvedOptions()
    // An old name stays as it was chosen, where Intl would answer with an older or a newer one.
    return timeZone === 'UTC' || timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text
  } catch (problem) {
    if (problem instanceof RangeError) return null
    throw problem
  }
}
