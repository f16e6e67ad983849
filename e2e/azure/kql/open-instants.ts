// Queries that differ in nothing but their instants are compiled once, with the instants left open: it takes a tenth of a
// second to parse and bind one, and whoever watches a log asks the same of every day.
import { type Syntax, walk } from './syntax.ts'
import { parseInstant } from './values.ts'

/** As `Date.toISOString` writes them, all equally long: whatever else is in such queries is at the same place. */
const written = /datetime\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\)/g
const anInstant = 'datetime(2000-01-01T00:00:00.000Z)'

/** An instant that each run brings along, where the query has a literal. */
export const openInstant = 'OpenInstant'

/** The text that queries have in common which differ in their instants. */
export const withoutInstants = (text: string) => text.replaceAll(written, anInstant)

/** The instants of a query by their place in it; null when it has none, or one that is no date. */
export function instantsOf(text: string): Map<number, number> | null {
  const instants = new Map<number, number>()
  for (const { 1: iso = '', index } of text.matchAll(written)) {
    const instant = parseInstant(iso)
    if (instant === null) return null
    instants.set(index, instant)
  }
  return instants.size > 0 ? instants : null
}

/** The tree with its instants open; null when one is not a literal but part of a text or a comment. */
export function withOpenInstants(root: Syntax, text: string): Syntax | null {
  const literals = new Set<number>()
  for (const { kind, start } of walk(root)) if (kind === 'DateTimeLiteralExpression') literals.add(start)
  const places = [...text.matchAll(written)].map(({ index }) => index)
  return places.every((place) => literals.has(place)) ? opened(root, new Set(places)) : null
}

function opened(node: Syntax, places: ReadonlySet<number>): Syntax {
  if (node.kind === 'DateTimeLiteralExpression' && places.has(node.start)) return { ...node, kind: openInstant }
  const parts: Record<string, Syntax> = {}
  for (const [name, child] of Object.entries(node.parts)) parts[name] = opened(child, places)
  return { ...node, parts, items: node.items.map((item) => opened(item, places)) }
}
