// What a cell can hold, and how KQL reads and writes instants, lengths of time and dynamic values as text.
// Instants are milliseconds since 1970 and lengths milliseconds, so that arithmetic is plain; the declared column type tells
// them from numbers. Instants are exact to the microsecond, where Kusto counts tenths of one; longs are exact up to 2^53.

export type Value = string | number | boolean | null | readonly Value[] | Bag

export type Bag = { readonly [name: string]: Value }

/** One row: a cell that is absent reads as null, or as '' in a string column, for Kusto has no null string. */
export type Row = Readonly<Record<string, Value>>

export const dayMs = 86_400_000

export function isBag(value: Value | undefined): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

const instantForm =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/** Milliseconds of an ISO instant (UTC unless it says otherwise), or null when the text is none. */
export function parseInstant(text: string): number | null {
  const match = instantForm.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match
  const whole = Date.UTC(0, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const date = new Date(whole)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || Number(hour) > 23) return null
  return date.getTime() + (fraction ? Number(`0.${fraction}`) * 1000 : 0) - zoneMs(zone)
}

function zoneMs(zone: string): number {
  if (zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}

/** `2026-11-22T05:00:00.1230000Z`, as `tostring` and strings inside dynamic values have it. */
export function instantText(instant: number): string {
  const whole = Math.floor(instant)
  const microseconds = Math.min(999, Math.round((instant - whole) * 1000))
  return `${new Date(whole).toISOString().slice(0, -1)}${String(microseconds).padStart(3, '0')}0Z`
}

/** The same instant as answers carry it: no more decimals than needed. */
export function instantOnWire(instant: number): string {
  if (instant % 1000 === 0) return `${new Date(instant).toISOString().slice(0, 19)}Z`
  return instantText(instant).replace(/\.?0+Z$/, 'Z')
}

const unitMs: Readonly<Record<string, number>> = {
  d: dayMs,
  day: dayMs,
  days: dayMs,
  h: 3_600_000,
  hr: 3_600_000,
  hrs: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  ms: 1,
  milli: 1,
  millis: 1,
  millisecond: 1,
  milliseconds: 1,
  tick: 0.0001,
  ticks: 0.0001,
}

/** Milliseconds of `1.5h`, `2` (days) or `1.02:03:04.5`, or null when the text is no length of time. */
export function parseLength(text: string): number | null {
  const trimmed = text.trim()
  const unit = /^(-?)(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(trimmed)
  if (unit) {
    const factor = unitMs[(unit[3] || 'd').toLowerCase()]
    return factor === undefined ? null : Number(`${unit[1]}${unit[2]}`) * factor
  }
  const clock = /^(-?)(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,7})?))?$/.exec(trimmed)
  if (!clock) return null
  const [, sign, days = '0', hours, minutes, seconds = '0'] = clock
  const length = Number(days) * dayMs + Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
  return sign ? -length : length
}

/** `1.02:03:04.5000000`: days, hours, minutes, seconds. */
export function lengthText(length: number): string {
  const rest = Math.abs(length)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const days = Math.floor(rest / dayMs)
  const clock = `${two((rest / 3_600_000) % 24)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}`
  const ticks = Math.round((rest % 1000) * 10_000)
  return `${length < 0 ? '-' : ''}${days ? `${days}.` : ''}${clock}${ticks ? `.${String(ticks).padStart(7, '0')}` : ''}`
}

/** A number as KQL writes it. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  return Number.isFinite(value) ? String(value) : value > 0 ? 'Infinity' : '-Infinity'
}

/** A dynamic value as text: strings bare, true and false in lower case, the rest as JSON. */
export function dynamicText(value: Value): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : typeof value === 'number' ? numberText(value) : JSON.stringify(value)
}

/** The value JSON text stands for, or the text itself, as `parse_json` has it. */
export function parseDynamic(text: string): Value {
  if (text === '') return null
  try {
    const value: Value = JSON.parse(text)
    return value
  } catch {
    return text
  }
}

/** Less, equal or more: numbers by size, texts by their code units, false before true. */
export function compareValues(a: Value, b: Value): number {
  if (a === b || a === null || b === null) return 0
  return a < b ? -1 : 1
}
