// What a literal stands for. Read from its text: the language service's own values of instants, lengths and real(nan) are wrong
// (instants shift with the machine's time zone, time(1.02:03:04) is zero).
import { Unsupported } from './refusal.ts'
import { bare, listed, part, type Syntax } from './syntax.ts'
import { type Bag, parseInstant, parseLength, type Value } from './values.ts'

export function isLiteral(node: Syntax): boolean {
  return node.kind.endsWith('LiteralExpression') || node.kind === 'DynamicExpression'
}

export function literalValue(node: Syntax): Value {
  const text = inner(node.text)
  switch (node.kind) {
    case 'StringLiteralExpression':
    case 'CompoundStringLiteralExpression':
      if (node.string === null) throw new Unsupported('a string literal without text', node)
      return node.string
    case 'DynamicExpression':
      return element(part(node, 'Expression'))
    case 'NullLiteralExpression':
      return null
  }
  if (text.toLowerCase() === 'null') return null
  switch (node.kind) {
    case 'LongLiteralExpression':
    case 'IntLiteralExpression':
      return wholeNumber(text, node)
    case 'RealLiteralExpression':
      return realNumber(text, node)
    case 'BooleanLiteralExpression':
      return text.toLowerCase() === 'true' || text === '1'
    case 'DateTimeLiteralExpression':
      return parseInstant(text) ?? unreadable(node)
    case 'TimespanLiteralExpression':
      return parseLength(text) ?? unreadable(node)
    case 'GuidLiteralExpression':
      return text.toLowerCase()
  }
  throw new Unsupported(`the literal ${node.text}`, node)
}

/** `datetime("2026-01-01")` → `2026-01-01`. */
function inner(text: string): string {
  const call = /^[a-z]+\s*\((.*)\)$/is.exec(text)
  return (call?.[1] ?? text).trim().replace(/^(["'])(.*)\1$/s, '$2')
}

function wholeNumber(text: string, node: Syntax): number {
  const value = /^-?(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : unreadable(node)
  if (!Number.isSafeInteger(value)) throw new Unsupported(`a whole number beyond 2^53: ${text}`, node)
  return value
}

function realNumber(text: string, node: Syntax): number {
  const special: Readonly<Record<string, number>> = {
    nan: Number.NaN,
    '+inf': Infinity,
    inf: Infinity,
    '-inf': -Infinity,
  }
  const value = special[text.toLowerCase()] ?? Number(text)
  return Number.isNaN(value) && text.toLowerCase() !== 'nan' ? unreadable(node) : value
}

function unreadable(node: Syntax): never {
  throw new Unsupported(`the literal ${node.text}`, node)
}

/** A value inside `dynamic(…)`. */
function element(node: Syntax): Value {
  if (node.kind === 'JsonArrayExpression') return listed(node, 'Values').map(element)
  if (node.kind === 'JsonObjectExpression') {
    const bag: Record<string, Value> = {}
    for (const pair of listed(node, 'Pairs')) bag[part(pair, 'Name').string ?? ''] = element(part(pair, 'Value'))
    return bag satisfies Bag
  }
  if (node.kind === 'UnaryMinusExpression') {
    const value = literalValue(bare(part(node, 'Expression')))
    return typeof value === 'number' ? -value : unreadable(node)
  }
  if (node.kind === 'DateTimeLiteralExpression' || node.kind === 'TimespanLiteralExpression') return unreadable(node)
  return literalValue(node)
}
