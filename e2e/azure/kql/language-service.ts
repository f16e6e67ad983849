// Microsoft's own KQL parser and binder. The only file that knows its generated names ($ctor7 …), hence the pinned version.
import { createRequire } from 'node:module'
import { type Column, type ColumnType, columnType, type TableSchema } from './schema.ts'
import type { Syntax } from './syntax.ts'

export type Finding = { code: string; severity: 'Error' | 'Warning'; message: string; start: number; length: number }

export type Analysis = { root: Syntax; findings: Finding[] }

type List<T> = { Count: number; getItem(index: number): T }
type RawType = { Name: string; Columns?: List<{ Name: string; Type: { Name: string } }> | null }
type RawElement = {
  Kind: number
  TextStart: number
  End: number
  ChildCount: number
  GetChild(index: number): RawElement | null
  GetName(index: number): string | null
  SimpleName?: string | null
  ValueText?: string | null
  LiteralValue?: unknown
  ResultType?: RawType | null
  ReferencedSymbol?: { Name: string; constructor: { $$name: string } } | null
}
type RawDiagnostic = { Code: string; Severity: string; Message: string; Start: number; Length: number }
type RawCode = { Syntax: RawElement; GetDiagnostics(): List<RawDiagnostic> }
type Opaque = { readonly opaque: unique symbol }
type Kusto = {
  Language: {
    KustoCode: { ParseAndAnalyze(text: string, globals: Opaque): RawCode }
    GlobalState: { Default: { WithDatabase(database: Opaque): Opaque } }
    Symbols: {
      TableSymbol: { $ctor7: new (name: string, columns: string, description: null) => Opaque }
      DatabaseSymbol: { $ctor1: new (name: string, members: Opaque[], isOpen: boolean) => Opaque }
    }
    Syntax: { SyntaxKind: Record<string, unknown> }
  }
}

let loaded: { kusto: Kusto; kindNames: Map<number, string> } | null = null

/** Loads on first use (about 0.2 s), because most tests and services never ask a query. */
function service() {
  if (loaded) return loaded
  const require = createRequire(import.meta.url)
  require('@kusto/language-service-next/bridge.min.js')
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js')
  const kusto: Kusto = Reflect.get(globalThis, 'Kusto')
  const kindNames = new Map<number, string>()
  for (const [name, value] of Object.entries(kusto.Language.Syntax.SyntaxKind)) {
    if (typeof value === 'number') kindNames.set(value, name)
  }
  loaded = { kusto, kindNames }
  return loaded
}

export type Globals = Opaque

/** The declared tables in the form the binder wants; make it once per set of tables. */
export function declareTables(tables: readonly TableSchema[]): Globals {
  const { Symbols, GlobalState } = service().kusto.Language
  const symbols = tables.map((table) => {
    const columns = table.columns.map((column) => `['${column.name}']: ${column.type}`).join(', ')
    return new Symbols.TableSymbol.$ctor7(table.name, `(${columns})`, null)
  })
  return GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1('workspace', symbols, false))
}

/** Parses and binds a query. Nothing is thrown for a bad query: its findings say what is wrong. */
export function analyze(text: string, globals: Globals): Analysis {
  const code = service().kusto.Language.KustoCode.ParseAndAnalyze(text, globals)
  const findings = toArray(code.GetDiagnostics()).flatMap((diagnostic): Finding[] => {
    const { Code, Severity, Message, Start, Length } = diagnostic
    if (Severity !== 'Error' && Severity !== 'Warning') return []
    return [{ code: Code, severity: Severity, message: Message, start: Start, length: Length }]
  })
  return { root: toSyntax(code.Syntax, text), findings }
}

function toSyntax(element: RawElement, text: string): Syntax {
  const kind = service().kindNames.get(element.Kind) ?? String(element.Kind)
  const parts: Record<string, Syntax> = {}
  const items: Syntax[] = []
  for (let index = 0; index < element.ChildCount; index++) {
    const child = element.GetChild(index)
    if (!child) continue
    const name = element.GetName(index)
    if (name && kind !== 'List') parts[name] = toSyntax(child, text)
    else items.push(toSyntax(child, text))
  }
  // Each list element sits in a SeparatedElement together with its comma.
  const unwrapped = items.map((item) => (item.kind === 'SeparatedElement' ? (item.items[0] ?? item) : item))
  const symbol = element.ReferencedSymbol
  return {
    kind,
    text: text.slice(element.TextStart, element.End),
    start: element.TextStart,
    end: element.End,
    parts,
    items: kind === 'SeparatedElement' ? items : unwrapped,
    type: scalarType(element.ResultType),
    columns: tableColumns(element.ResultType),
    symbol: symbol ? { kind: symbol.constructor.$$name.split('.').at(-1) ?? '', name: symbol.Name } : null,
    name: element.SimpleName ?? null,
    string: stringOf(element, kind),
  }
}

function stringOf(element: RawElement, kind: string): string | null {
  if (kind === 'StringLiteralToken') return element.ValueText ?? null
  if (!kind.endsWith('StringLiteralExpression')) return null
  return typeof element.LiteralValue === 'string' ? element.LiteralValue : null
}

function scalarType(type: RawType | null | undefined): ColumnType | null {
  return !type || type.Columns ? null : columnType(type.Name)
}

function tableColumns(type: RawType | null | undefined): Column[] | null {
  if (!type?.Columns) return null
  return toArray(type.Columns).map((column) => ({ name: column.Name, type: columnType(column.Type.Name) }))
}

function toArray<T>(list: List<T>): T[] {
  return Array.from({ length: list.Count }, (_, index) => list.getItem(index))
}
