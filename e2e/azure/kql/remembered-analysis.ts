// Queries that differ in nothing but their instants have the same tree, so the language service sees one of them: it takes
// a tenth of a second, and whoever watches a log asks the same of every day.
import { type Analysis, analyze, type Globals } from './language-service.ts'
import { type Syntax, walk } from './syntax.ts'

/** As `Date.toISOString` writes them, all equally long: positions are the same in every such query. */
const instants = /datetime\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\)/g
const anInstant = 'datetime(2000-01-01T00:00:00.000Z)'

const keepForms = 100
const remembered = new WeakMap<Globals, Map<string, Analysis | null>>()

/** The analysis of a query; its tree must not be changed. */
export function analyzeRemembered(text: string, globals: Globals): Analysis {
  const known = remembered.get(globals) ?? new Map<string, Analysis | null>()
  remembered.set(globals, known)
  const form = text.replaceAll(instants, anInstant)
  let analysis = known.get(form)
  if (analysis === undefined) {
    analysis = analyzeForm(form, globals)
    const oldest = known.keys().next()
    if (known.size >= keepForms && !oldest.done) known.delete(oldest.value)
    known.set(form, analysis)
  }
  return analysis ? { ...analysis, root: spelled(analysis.root, text) } : analyze(text, globals)
}

/** Null when it cannot stand for the others: for an error in it, or an instant that is part of a text or a comment. */
function analyzeForm(form: string, globals: Globals): Analysis | null {
  const analysis = analyze(form, globals)
  if (analysis.findings.some(({ severity }) => severity === 'Error')) return null
  const literals = new Set<number>()
  for (const { kind, start } of walk(analysis.root)) if (kind === 'DateTimeLiteralExpression') literals.add(start)
  return [...form.matchAll(instants)].every(({ index }) => literals.has(index)) ? analysis : null
}

/** The same tree with the text of another query of its form. */
function spelled(node: Syntax, text: string): Syntax {
  const own = text.slice(node.start, node.end)
  if (own === node.text) return node
  const parts: Record<string, Syntax> = {}
  for (const [name, child] of Object.entries(node.parts)) parts[name] = spelled(child, text)
  return { ...node, text: own, parts, items: node.items.map((item) => spelled(item, text)) }
}
