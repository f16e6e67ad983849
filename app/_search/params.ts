// Reads single parameters of a URL. What makes no sense is as if it were not there: a URL never throws.

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

type Value = string | string[] | undefined

const first = (value: Value) => (Array.isArray(value) ? value[0] : value)

/** A form sends its empty fields too: such an address says the same as a shorter one. */
export const hasBlanks = (params: SearchParams) => Object.values(params).some((value) => value === '')

/** Every value of a parameter that is repeated or written with commas, without blanks and repetitions. */
export function manyIn(value: Value): string[] {
  const texts = (Array.isArray(value) ? value : [value ?? '']).flatMap((text) => text.split(','))
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))]
}

/** Those of the allowed values that a parameter names, in the order they are allowed in, whatever their case. */
export function someOf<T extends string>(value: Value, allowed: readonly T[]): T[] {
  const wanted = manyIn(value).map((text) => text.toLowerCase())
  return allowed.filter((one) => wanted.includes(one.toLowerCase()))
}

/** The one allowed value that a parameter names, or null. */
export function oneOf<T extends string>(value: Value, allowed: readonly T[]): T | null {
  const wanted = first(value)?.toLowerCase()
  return allowed.find((one) => one.toLowerCase() === wanted) ?? null
}

/** A text as it was typed, without the blanks around it; null when nothing is left. PostgreSQL knows no NUL character. */
export function textIn(value: Value): string | null {
  return first(value)?.replaceAll('\0', '').trim().slice(0, 300) || null
}

/** Several texts, each a parameter of its own: they may hold commas. */
export function textsIn(value: Value): string[] {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((text) => textIn(text) ?? [])
  return [...new Set(texts)].slice(0, 50)
}

/** A whole number from `least` to `most`, or null. */
export function wholeIn(value: Value, least: number, most: number): number | null {
  const text = first(value) ?? ''
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null
  return number !== null && number >= least && number <= most ? number : null
}

export const pageIn = (value: Value) => wholeIn(value, 1, 1_000_000) ?? 1

/** Midnight UTC of a date as it stands in a URL (2026-11-23), or null; the 30th of February is none. */
export function dateIn(value: Value): Date | null {
  const text = first(value) ?? ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? date : null
}

/** The two ends of `a..b`, each as text; an end may be missing. */
export function rangeIn(value: Value): [from: string, to: string] | null {
  const parts = /^([^.]*)\.\.([^.]*)$/.exec(first(value) ?? '')
  return parts ? [parts[1] ?? '', parts[2] ?? ''] : null
}
