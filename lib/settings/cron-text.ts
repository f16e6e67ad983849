// Is a text a cron schedule of five fields (minute, hour, day of month, month, day of week)?

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const fields = [
  { least: 0, most: 59, names: [] },
  { least: 0, most: 23, names: [] },
  { least: 1, most: 31, names: [] },
  { least: 1, most: 12, names: months },
  // Sunday is 0 and 7.
  { least: 0, most: 7, names: weekdays },
]

type Field = { least: number; most: number; names: string[] }

/** Lists, ranges, steps, and English names of months and weekdays; no seconds and no @nicknames. */
export function isCronText(text: string): boolean {
  const parts = text.trim().toLowerCase().split(/\s+/)
  return parts.length === fields.length && fields.every((field, index) => isField(parts[index] ?? '', field))
}

const isField = (text: string, field: Field) => text.split(',').every((item) => isItem(item, field))

function isItem(item: string, field: Field): boolean {
  const [range = '', step, ...more] = item.split('/')
  if (more.length > 0) return false
  if (step !== undefined && !(/^\d{1,2}$/.test(step) && Number(step) > 0)) return false
  if (range === '*') return true
  const ends = range.split('-').map((end) => valueIn(end, field))
  if (ends.length > 2 || ends.some((end) => end === null)) return false
  const [first, last = first] = ends
  return Number(first) <= Number(last)
}

function valueIn(text: string, { least, most, names }: Field): number | null {
  const value = names.includes(text) ? names.indexOf(text) + least : /^\d{1,2}$/.test(text) ? Number(text) : null
  return value !== null && value >= least && value <= most ? value : null
}
