// format_datetime(): the letters Kusto knows, and nothing else between them but its delimiters.
import { Unsupported } from '../refusal.ts'
import type { Syntax } from '../syntax.ts'
import { instantText } from '../values.ts'

const two = (value: number) => String(value).padStart(2, '0')
const twelve = (date: Date) => date.getUTCHours() % 12 || 12

const letters: Readonly<Record<string, (date: Date) => string>> = {
  yyyy: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  yy: (date) => two(date.getUTCFullYear() % 100),
  MM: (date) => two(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  dd: (date) => two(date.getUTCDate()),
  d: (date) => String(date.getUTCDate()),
  HH: (date) => two(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => two(twelve(date)),
  h: (date) => String(twelve(date)),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  tt: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
}

/** The writer for a format such as `yyyy-MM-dd HH:mm`. */
export function formatInstant(format: string, node: Syntax): (instant: number) => string {
  const writers = (format.match(/([A-Za-z])\1*|[^A-Za-z]/g) ?? []).map((piece): ((instant: number) => string) => {
    const letter = letters[piece]
    if (letter) return (instant) => letter(new Date(Math.floor(instant)))
    if (/^f{1,7}$/.test(piece)) return (instant) => instantText(instant).slice(-8, -8 + piece.length)
    if (/^[ /\-:,._[\]]$/.test(piece)) return () => piece
    throw new Unsupported(`'${piece}' in a format of format_datetime`, node)
  })
  return (instant) => writers.map((write) => write(instant)).join('')
}
