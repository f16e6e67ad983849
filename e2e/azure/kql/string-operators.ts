// =~, has, contains, startswith, endswith, matches regex and their negatives. Without _cs they ignore case.
import { toText } from './conversion.ts'
import { regexOf } from './regex.ts'
import { Unsupported } from './refusal.ts'
import type { Typed } from './scalar.ts'
import type { Scalar } from './scope.ts'
import { isConstant, type Syntax } from './syntax.ts'

type Test = (text: string, part: string) => boolean

const tests: Readonly<Record<string, Test>> = {
  has: hasTerm,
  hasprefix: hasPrefix,
  hassuffix: hasSuffix,
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
}

/** A yes-or-no operator on two texts; dynamic operands are taken as their text. */
export function textPredicate(operator: string, left: Typed, right: Typed, node: Syntax): Scalar {
  const readLeft = toText(left.type, node)
  const readRight = toText(right.type, node)
  if (operator === 'matches regex') return matches(left, right, readLeft, node)
  if (operator === '=~' || operator === '!~') {
    const isEqual = operator === '=~'
    return folded((text, part) => text === part, isEqual)
  }
  const [, negation, name = '', caseSensitive] = /^(!?)([a-z]+?)(_cs)?$/.exec(operator) ?? []
  const test = tests[name]
  if (!test) throw new Unsupported(`the operator ${operator}`, node)
  if (!caseSensitive) return folded(test, !negation, name === 'startswith')
  return (row, run) => test(readLeft(left.evaluate(row, run)), readRight(right.evaluate(row, run))) === !negation

  function folded(test: Test, wanted: boolean, isAtStart = false): Scalar {
    if (!isConstant(right.node)) {
      return (row, run) => {
        const text = readLeft(left.evaluate(row, run)).toLowerCase()
        return test(text, readRight(right.evaluate(row, run)).toLowerCase()) === wanted
      }
    }
    let known = { raw: '', lower: '', length: Infinity }
    return (row, run) => {
      const raw = readRight(right.evaluate(row, run))
      if (raw !== known.raw) known = { raw, lower: raw.toLowerCase(), length: isAtStart ? plainLength(raw) : Infinity }
      const text = readLeft(left.evaluate(row, run))
      return test(text.slice(0, known.length).toLowerCase(), known.lower) === wanted
    }
  }
}

/** How much of a text has to be read to tell that it starts with this. Only plain letters keep their number in lower case. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const plainLength = (part: string) => (/^[\x00-\x7f]*$/.test(part) ? part.length : Infinity)

function matches(left: Typed, right: Typed, read: (value: ReturnType<Scalar>) => string, node: Syntax): Scalar {
  if (right.node.string === null) throw new Unsupported('matches regex without a literal pattern', node)
  const pattern = regexOf(right.node.string, '', right.node)
  return (row, run) => pattern.test(read(left.evaluate(row, run)))
}

const isTermCharacter = (text: string, index: number) => /[\p{L}\p{N}]/u.test(text.charAt(index))

/** Whole terms only: runs of letters and digits, so `key` is in `api-key` and not in `apikey`. */
export function hasTerm(text: string, term: string): boolean {
  return find(text, term, true, true)
}

function hasPrefix(text: string, term: string): boolean {
  return find(text, term, true, false)
}

function hasSuffix(text: string, term: string): boolean {
  return find(text, term, false, true)
}

function find(text: string, term: string, startsTerm: boolean, endsTerm: boolean): boolean {
  if (term === '') return true
  const opens = startsTerm && isTermCharacter(term, 0)
  const closes = endsTerm && isTermCharacter(term, term.length - 1)
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const isStart = !opens || at === 0 || !isTermCharacter(text, at - 1)
    const end = at + term.length
    if (isStart && (!closes || end === text.length || !isTermCharacter(text, end))) return true
  }
  return false
}
