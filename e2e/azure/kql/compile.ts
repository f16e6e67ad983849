// A query as something that can be run: parsed and bound by Microsoft, evaluated by us. Long because it is one path, from text to rows.
import { withoutMissingLegs } from './fuzzy-union.ts'
import { analyze, declareTables, type Finding, type Globals } from './language-service.ts'
import { neededColumns } from './needed-columns.ts'
import { instantsOf, withoutInstants, withOpenInstants } from './open-instants.ts'
import { compileTable } from './operators/table.ts'
import { KqlRefusal, Unsupported } from './refusal.ts'
import { compileTyped } from './scalar.ts'
import type { Column, ColumnType, Schema, TableSchema } from './schema.ts'
import { columnReader, noRow, oncePerRun, type Let, type Scope, type Source, type Table } from './scope.ts'
import { listed, part, type Syntax, walk } from './syntax.ts'
import { instantOnWire, lengthText, numberText, type Value } from './values.ts'

export type Result = {
  columns: readonly Column[]
  /** Cells as JSON has them: instants and lengths as text, NaN as text, dynamic values as they are. */
  rows: Value[][]
}

export type CompiledQuery = {
  columns: readonly Column[]
  /** The bound tree, for what a service allows beyond the language itself. */
  syntax: Syntax
  /** The declared tables the query reads, each once. */
  tables: readonly string[]
  /** Rows come from `source`; throws a KqlRefusal when a value turns up that cannot be handled faithfully. */
  run(source: Source): Result
}

/** A query whose instants are open takes them, and the text to point at in a refusal, from each run. */
type OpenQuery = Omit<CompiledQuery, 'run'> & {
  run(source: Source, instants: ReadonlyMap<number, number>, text: string): Result
}

type Remembered = { queries: Map<string, OpenQuery>; forms: Map<string, OpenQuery | null> }

const keepQueries = 100
const compiled = new WeakMap<Schema, Remembered>()
const noInstants: ReadonlyMap<number, number> = new Map()

/** Compiles a query against a schema, or throws a KqlRefusal. Remembered per schema object and text. */
export function compile(text: string, schema: Schema): CompiledQuery {
  const known: Remembered = compiled.get(schema) ?? { queries: new Map(), forms: new Map() }
  compiled.set(schema, known)
  const instants = instantsOf(text)
  const form = instants && remembered(known.forms, withoutInstants(text), (common) => compileForm(common, schema))
  const query = form ?? remembered(known.queries, text, () => compileAnew(text, schema, (root) => root))
  return { ...query, run: (source) => query.run(source, instants ?? noInstants, text) }
}

function remembered<T>(known: Map<string, T>, key: string, make: (key: string) => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make(key)
  const oldest = known.keys().next()
  if (known.size >= keepQueries && !oldest.done) known.delete(oldest.value)
  known.set(key, made)
  return made
}

/** Null when the queries of a form have to be compiled one by one: they are refused, or need their instants for it. */
function compileForm(form: string, schema: Schema): OpenQuery | null {
  try {
    return compileAnew(form, schema, (root, text) => {
      const open = withOpenInstants(root, text)
      if (!open) throw new Unsupported('instants that are no literals', null)
      return open
    })
  } catch (error) {
    if (error instanceof KqlRefusal) return null
    throw error
  }
}

/** `prepare` may change the bound tree; it also gets the text it was made from. */
function compileAnew(text: string, schema: Schema, prepare: (root: Syntax, text: string) => Syntax): OpenQuery {
  const tables = spelledTables(text, schema)
  const globals = globalsOf(schema, tables)
  let { root, findings } = analyze(text, globals)
  const shorter = withoutMissingLegs(text, root, findings)
  if (shorter) ({ root, findings } = analyze(shorter, globals))
  refuseErrors(text, root, findings)
  return positioned(text, () => {
    const { table, used } = compileRoot(prepare(root, shorter ?? text), tables, schema)
    const readers = table.columns.map(({ name, type }) => ({ read: columnReader(name, type), write: onWire(type) }))
    return {
      columns: table.columns,
      syntax: root,
      tables: [...used],
      run: (source, instants, spelled) =>
        positioned(spelled, () => {
          const run = { source, now: source.now.getTime(), instants }
          const rows: Value[][] = []
          for (const row of table.rows(run)) rows.push(readers.map(({ read, write }) => write(read(row, run))))
          return { columns: table.columns, rows }
        }),
    }
  })
}

/** The tables under the names the query spells, so that `Resources` is bound like `resources` where case does not matter. */
function spelledTables(text: string, schema: Schema): Map<string, TableSchema> {
  const tables = new Map(schema.tables.map((table) => [table.name, table]))
  if (!schema.tableNamesIgnoreCase) return tables
  for (const word of text.match(/[A-Za-z_]\w*/g) ?? []) {
    const table = schema.tables.find((candidate) => candidate.name.toLowerCase() === word.toLowerCase())
    if (table) tables.set(word, table)
  }
  return tables
}

const declared = new WeakMap<Schema, Map<string, Globals>>()

function globalsOf(schema: Schema, tables: ReadonlyMap<string, TableSchema>): Globals {
  const known = declared.get(schema) ?? new Map<string, Globals>()
  declared.set(schema, known)
  const key = [...tables.keys()].join(' ')
  const globals = known.get(key) ?? declareTables([...tables].map(([name, { columns }]) => ({ name, columns })))
  known.set(key, globals)
  return globals
}

const syntaxCodes = /^KS(0\d\d|174|176|198)$/

function refuseErrors(text: string, root: Syntax, findings: readonly Finding[]) {
  // A union of nothing but missing tables has no rows to give: the service says which table it could not find.
  const errors = findings.filter((finding) => finding.severity === 'Error' || finding.code === 'KS205')
  const first = errors.find((finding) => syntaxCodes.test(finding.code)) ?? errors[0]
  if (!first) return
  const { code, message, start, length } = first
  const kind = syntaxCodes.test(code) ? 'syntax' : 'semantic'
  throw new KqlRefusal({ kind, code, message, ...placeOf(root, start) }, text, { start, length })
}

/** In which operator a position lies, and whether a table is expected there. */
function placeOf(root: Syntax, start: number): { operator: string; atTable: boolean } {
  let operator = ''
  let atTable = true
  for (const node of walk(root)) {
    const isInside = start >= node.start && start < node.end
    if (node.kind === 'PipeExpression' && isInside && start < part(node, 'Operator').start) {
      operator = keyword(part(node, 'Operator'))
      atTable = true
    } else if (node.kind.endsWith('Operator') && isInside) {
      operator = keyword(node)
      atTable = node.kind === 'UnionOperator'
    }
  }
  return { operator, atTable }
}

const keyword = (operator: Syntax) => operator.text.split(/\s/)[0] ?? ''

function compileRoot(root: Syntax, tables: ReadonlyMap<string, TableSchema>, schema: Schema) {
  const lets = new Map<string, Let>()
  const used = new Set<string>()
  const scope: Scope = {
    columns: [],
    lets,
    tableNamed(name) {
      const table = tables.get(name)
      if (table) used.add(table.name)
      return table
    },
    expandLimit: schema.expandLimit,
    needed: neededColumns(root, resultColumns(root)),
    compileTable,
  }
  const results: Table[] = []
  for (const statement of listed(root, 'Statements')) {
    if (statement.kind === 'LetStatement') lets.set(part(statement, 'Name').name ?? '', letOf(statement, scope))
    else if (statement.kind === 'ExpressionStatement') results.push(compileTable(part(statement, 'Expression'), scope))
    else throw new Unsupported(`the statement ${statement.kind}`, statement)
  }
  const [table, second] = results
  if (!table || second) throw new Unsupported('a text that is not one query', root)
  return { table, used }
}

function resultColumns(root: Syntax): readonly Column[] {
  const last = listed(root, 'Statements').at(-1)
  return last?.parts.Expression?.columns ?? []
}

function letOf(statement: Syntax, scope: Scope): Let {
  const expression = part(statement, 'Expression')
  if (expression.columns) return { kind: 'table', table: compileTable(expression, scope) }
  const { evaluate, type } = compileTyped(expression, scope)
  const once = oncePerRun((run) => evaluate(noRow, run))
  return { kind: 'scalar', scalar: (_row, run) => once(run), type }
}

/** Gives what the evaluator refuses its place in the query. */
function positioned<T>(text: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error
    const start = error.node?.start ?? 0
    const message = `The stand-in does not play ${error.message}`
    throw new KqlRefusal({ kind: 'unsupported', code: 'Unsupported', message }, text, {
      start,
      length: (error.node?.end ?? start) - start,
    })
  }
}

function onWire(type: ColumnType): (value: Value) => Value {
  if (type === 'datetime') return (value) => (typeof value === 'number' ? instantOnWire(value) : value)
  if (type === 'timespan') return (value) => (typeof value === 'number' ? lengthText(value) : value)
  if (type === 'real') {
    return (value) => (typeof value === 'number' && !Number.isFinite(value) ? numberText(value) : value)
  }
  return (value) => value
}
