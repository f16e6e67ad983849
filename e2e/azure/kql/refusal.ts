// A query that is refused: by Microsoft's own parser and binder, or because the stand-in does not play a construct.
import type { Syntax } from './syntax.ts'

export type RefusalKind = 'syntax' | 'semantic' | 'unsupported'

/** Where in the query: offset from its start, and line (from 1) and column (from 0) as people read them. */
export type Position = { start: number; length: number; line: number; column: number }

export class KqlRefusal extends Error {
  override readonly name = 'KqlRefusal'
  readonly kind: RefusalKind
  /** Microsoft's code (KS142 …), or `Unsupported` for what only the stand-in refuses. */
  readonly code: string
  readonly position: Position
  /** The text the refusal points at. */
  readonly token: string
  /** The operator it happened in, e.g. `where`; empty at the start of a query. */
  readonly operator: string
  /** True when a table's name was expected there. */
  readonly atTable: boolean

  constructor(
    refusal: { kind: RefusalKind; code: string; message: string; operator?: string; atTable?: boolean },
    query: string,
    span: { start: number; length: number },
  ) {
    const position = positionIn(query, span)
    super(`${refusal.code} at ${position.line}:${position.column}: ${refusal.message}`)
    this.kind = refusal.kind
    this.code = refusal.code
    this.position = position
    this.token = query.slice(span.start, span.start + span.length)
    this.operator = refusal.operator ?? ''
    this.atTable = refusal.atTable ?? false
  }
}

/** What the stand-in cannot play, thrown while compiling or running and given its query's text by `compile`. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported'
  readonly node: Syntax | null

  constructor(message: string, node: Syntax | null) {
    super(message)
    this.node = node
  }
}

export function positionIn(query: string, { start, length }: { start: number; length: number }): Position {
  const before = query.slice(0, start)
  const line = before.split('\n').length
  return { start, length, line, column: start - (before.lastIndexOf('\n') + 1) }
}
