// One type's value as another's. Chosen once per expression from the declared types, so that rows only pay for the work.
import { Unsupported } from './refusal.ts'
import type { ColumnType } from './schema.ts'
import type { Syntax } from './syntax.ts'
import {
  dynamicText,
  instantText,
  isArray,
  lengthText,
  numberText,
  parseDynamic,
  parseInstant,
  parseLength,
  type Value,
} from './values.ts'

export type Conversion<T extends Value = Value> = (value: Value) => T

const numbers: ReadonlySet<ColumnType> = new Set(['long', 'int', 'real'])

export function isNumber(type: ColumnType): boolean {
  return numbers.has(type)
}

/** What `tostring` makes of a value of that type. */
export function toText(type: ColumnType, node: Syntax): Conversion<string> {
  if (type === 'string' || type === 'guid') return (value) => (typeof value === 'string' ? value : '')
  if (type === 'dynamic') return dynamicText
  if (type === 'bool') {
    throw new Unsupported('text of a bool: its letter case is not documented; compare the bool or use iff()', node)
  }
  const write = type === 'datetime' ? instantText : type === 'timespan' ? lengthText : numberText
  return (value) => {
    if (typeof value !== 'number') return ''
    if (type === 'real' && Number.isInteger(value)) {
      throw new Unsupported('text of a real that is whole: whether it ends in .0 is not documented; use tolong()', node)
    }
    return write(value)
  }
}

/** A number, or null when there is none in it. */
export function toNumber(type: ColumnType, whole: boolean): Conversion<number | null> {
  const cut = (value: number) => (whole ? (Number.isFinite(value) ? Math.trunc(value) : null) : value)
  return (value) => {
    if (typeof value === 'number') return cut(value)
    if (typeof value === 'boolean') return value ? 1 : 0
    if (typeof value !== 'string' || (type !== 'string' && type !== 'dynamic')) return null
    if (/^\s*0x[0-9a-f]+\s*$/i.test(value)) return Number(value)
    const isWritten = whole ? /^\s*[+-]?\d+\s*$/ : /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i
    return isWritten.test(value) ? Number(value) : null
  }
}

export const toBool: Conversion<boolean | null> = (value) => {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value !== 'string') return null
  const text = value.trim().toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

/** An instant; numbers only when they are instants already, because a bare number is ticks in Kusto. */
export function toInstant(type: ColumnType, node: Syntax): Conversion<number | null> {
  if (type === 'datetime') return (value) => (typeof value === 'number' ? value : null)
  if (type !== 'string' && type !== 'dynamic') throw new Unsupported(`todatetime of ${type}`, node)
  return (value) => {
    const instant = typeof value === 'string' ? parseInstant(value) : null
    // Kusto reads more forms of dates than ISO's; what may be one of them is not answered with null.
    if (instant === null && typeof value === 'string' && /(\d\D*){4}/.test(value) && !isoLike.test(value)) {
      throw new Unsupported(`a date in the form of '${value}'`, node)
    }
    return instant
  }
}

const isoLike = /^\s*\d{4}-\d{1,2}-\d{1,2}/

export function toLength(type: ColumnType, node: Syntax): Conversion<number | null> {
  if (type === 'timespan') return (value) => (typeof value === 'number' ? value : null)
  if (type !== 'string' && type !== 'dynamic') throw new Unsupported(`totimespan of ${type}`, node)
  return (value) => (typeof value === 'string' ? parseLength(value) : null)
}

/** As an element of a dynamic value: instants and lengths become the text they have in JSON. */
export function toElement(type: ColumnType): Conversion {
  if (type === 'datetime') return (value) => (typeof value === 'number' ? instantText(value) : null)
  if (type === 'timespan') return (value) => (typeof value === 'number' ? lengthText(value) : null)
  return (value) => value
}

/** As a value of a column of that type, for `typeof(…)`, `iff` and the like. */
export function convert(from: ColumnType, to: ColumnType, node: Syntax): Conversion {
  if (from === to) return (value) => value
  if (isNumber(from) && to === 'real') return (value) => value
  switch (to) {
    case 'string':
      return toText(from, node)
    case 'long':
    case 'int':
      return toNumber(from, true)
    case 'real':
      return toNumber(from, false)
    case 'bool':
      return toBool
    case 'datetime':
      return toInstant(from, node)
    case 'timespan':
      return toLength(from, node)
    case 'dynamic':
      return toElement(from)
    default:
      throw new Unsupported(`a value of ${from} as ${to}`, node)
  }
}

/** `parse_json`: text is read, a dynamic value stays what it is. */
export function toDynamic(type: ColumnType): Conversion {
  return type === 'string' ? (value) => parseDynamic(typeof value === 'string' ? value : '') : toElement(type)
}

/** Identity of a value among others, e.g. for `distinct`; two dynamic values are the same when their JSON is. */
export function identityOf(value: Value): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? `json ${JSON.stringify(value)}` : value
}

/** The members of an array, or of nothing. */
export function membersOf(value: Value): readonly Value[] {
  return isArray(value) ? value : []
}
