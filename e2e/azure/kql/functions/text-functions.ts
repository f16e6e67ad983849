// Functions on text.
import { convert } from '../conversion.ts'
import { regexOf } from '../regex.ts'
import { columnType } from '../schema.ts'
import { listed } from '../syntax.ts'
import type { Value } from '../values.ts'
import { argument, type Build, type Catalogue, literalText, numberArgument, ofText, textArgument } from './call.ts'
import { parseUrl, parseUrlQuery } from './url.ts'

const strcat: Build = (call) => {
  const parts = call.args.map((_, index) => textArgument(call, index))
  return (row, run) => parts.map((part) => part(row, run)).join('')
}

const strcatDelim: Build = (call) => {
  const [delimiter, ...parts] = call.args.map((_, index) => textArgument(call, index))
  return (row, run) => parts.map((part) => part(row, run)).join(delimiter?.(row, run))
}

const split: Build = (call) => {
  const text = textArgument(call, 0)
  const delimiter = textArgument(call, 1)
  const wanted = call.args[2]?.evaluate
  return (row, run): Value => {
    const source = text(row, run)
    const by = delimiter(row, run)
    const pieces = by === '' ? [source] : source.split(by)
    if (!wanted) return pieces
    const index = wanted(row, run)
    return typeof index === 'number' ? [pieces[index] ?? ''] : pieces
  }
}

const substring: Build = (call) => {
  const text = textArgument(call, 0)
  const start = numberArgument(call, 1)
  const length = call.args.length > 2 ? numberArgument(call, 2) : () => Infinity
  return (row, run) => {
    const source = text(row, run)
    const from = start(row, run) ?? 0
    const at = from < 0 ? Math.max(0, source.length + from) : from
    return source.slice(at, at + Math.max(0, length(row, run) ?? 0))
  }
}

const indexOf: Build = (call) => {
  const text = textArgument(call, 0)
  const sought = textArgument(call, 1)
  const start = call.args.length > 2 ? numberArgument(call, 2) : () => 0
  return (row, run) => text(row, run).indexOf(sought(row, run), start(row, run) ?? 0)
}

const extract: Build = (call) => {
  const pattern = regexOf(literalText(call, 0), '', argument(call, 0).node)
  const group = numberArgument(call, 1)
  const text = textArgument(call, 2)
  const typeName = listed(call.args[3]?.node ?? call.node, 'Types')[0]?.text
  const read = typeName ? convert('string', columnType(typeName), call.node) : (value: Value) => value
  const none: Value = typeName && typeName !== 'string' ? null : ''
  return (row, run) => {
    const found = pattern.exec(text(row, run))?.[group(row, run) ?? 0]
    return found === undefined ? none : read(found)
  }
}

function trimmed(ends: 'both' | 'start' | 'end'): Build {
  return (call) => {
    const source = literalText(call, 0)
    const start = regexOf(`^(?:${source})+`, '', call.node)
    const end = regexOf(`(?:${source})+$`, '', call.node)
    const text = textArgument(call, 1)
    return (row, run) => {
      let result = text(row, run)
      if (ends !== 'end') result = result.replace(start, '')
      return ends === 'start' ? result : result.replace(end, '')
    }
  }
}

const replaceString: Build = (call) => {
  const [text, sought, replacement] = [textArgument(call, 0), textArgument(call, 1), textArgument(call, 2)]
  return (row, run) => {
    const [by, to] = [sought(row, run), replacement(row, run)]
    return by === '' ? text(row, run) : text(row, run).split(by).join(to)
  }
}

const replaceRegex: Build = (call) => {
  const text = textArgument(call, 0)
  const pattern = regexOf(literalText(call, 1), 'g', argument(call, 1).node)
  // \1 in Kusto is $1 here; a lone dollar sign must stay one.
  const replacement = literalText(call, 2)
    .replaceAll('$', '$$$$')
    .replaceAll(/\\(\d)/g, '$$$1')
  return (row, run) => text(row, run).replace(pattern, replacement)
}

const countOf: Build = (call) => {
  const text = textArgument(call, 0)
  const sought = literalText(call, 1)
  const isRegex = call.args.length > 2 && literalText(call, 2) === 'regex'
  if (isRegex) {
    const pattern = regexOf(sought, 'g', argument(call, 1).node)
    return (row, run) => text(row, run).match(pattern)?.length ?? 0
  }
  return (row, run) => {
    const source = text(row, run)
    let count = 0
    // Overlapping occurrences count, unlike in a regular expression.
    for (let at = source.indexOf(sought); at >= 0 && sought; at = source.indexOf(sought, at + 1)) count++
    return count
  }
}

export const textFunctions: Catalogue = {
  strcat,
  strcat_delim: strcatDelim,
  // Code points, not UTF-16 units.
  strlen: ofText((text) => text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)),
  tolower: ofText((text) => text.toLowerCase()),
  toupper: ofText((text) => text.toUpperCase()),
  reverse: ofText((text) => [...text].reverse().join('')),
  split,
  substring,
  indexof: indexOf,
  extract,
  trim: trimmed('both'),
  trim_start: trimmed('start'),
  trim_end: trimmed('end'),
  replace_string: replaceString,
  replace_regex: replaceRegex,
  replace: (call) => replaceRegex({ ...call, args: [2, 0, 1].map((index) => argument(call, index)) }),
  countof: countOf,
  parse_url: ofText(parseUrl),
  parse_urlquery: ofText(parseUrlQuery),
  url_decode: ofText(decodeURIComponent),
  url_encode: ofText(encodeURIComponent),
}
