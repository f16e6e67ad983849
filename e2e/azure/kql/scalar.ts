// A scalar expression as a function of a row. Compiled once, run per row; what is not known here is refused, never guessed.
import { arithmetic, negative } from './arithmetic.ts'
import { between, equality, ordering } from './comparison.ts'
import { scalarFunctions } from './functions/scalar-functions.ts'
import { isLiteral, literalValue } from './literals.ts'
import { logical } from './logical.ts'
import { membership } from './membership.ts'
import { openInstant } from './open-instants.ts'
import { Unsupported } from './refusal.ts'
import type { ColumnType } from './schema.ts'
import { columnReader, noRow, oncePerRun, type Scalar, type Scope } from './scope.ts'
import { textPredicate } from './string-operators.ts'
import { bare, isConstant, listed, part, type Syntax } from './syntax.ts'
import { isArray, isBag } from './values.ts'

/** An expression with its type: what operators are chosen by. */
export type Typed = { evaluate: Scalar; type: ColumnType; node: Syntax }

export function compileScalar(expression: Syntax, scope: Scope): Scalar {
  return compileTyped(expression, scope).evaluate
}

export function compileTyped(expression: Syntax, scope: Scope): Typed {
  const node = bare(expression)
  const evaluate = compileNode(node, scope)
  const isFixed = !scope.aggregate && !isLiteral(node) && node.parts.Operator && isConstant(node)
  if (!isFixed) return { evaluate, type: typeOf(node), node }
  const once = oncePerRun((run) => evaluate(noRow, run))
  return { evaluate: (_row, run) => once(run), type: typeOf(node), node }
}

export function typeOf(node: Syntax): ColumnType {
  return node.type ?? 'unknown'
}

function compileNode(node: Syntax, scope: Scope): Scalar {
  if (isLiteral(node)) {
    const value = literalValue(node)
    return () => value
  }
  switch (node.kind) {
    case openInstant:
      return (_row, run) => run.instants.get(node.start) ?? null
    case 'NameReference':
      return compileName(node, scope)
    case 'PathExpression':
      return member(part(node, 'Expression'), part(node, 'Selector').name ?? '', node, scope)
    case 'ElementExpression':
      return indexed(node, scope)
    case 'FunctionCallExpression':
      return compileCall(node, scope)
    case 'UnaryMinusExpression':
      return negative(compileTyped(part(node, 'Expression'), scope))
    case 'UnaryPlusExpression':
      return compileScalar(part(node, 'Expression'), scope)
    case 'ToScalarExpression':
      return firstCell(node, scope)
  }
  if (node.parts.Operator && node.parts.Left && node.parts.Right) return compileOperator(node, scope)
  throw new Unsupported(`the expression ${node.kind}`, node)
}

function compileName(node: Syntax, scope: Scope): Scalar {
  const name = node.symbol?.name ?? node.name ?? ''
  if (node.symbol?.kind === 'ColumnSymbol') return columnReader(name, typeOf(node))
  const bound = scope.lets.get(name)
  if (bound?.kind === 'scalar') return bound.scalar
  throw new Unsupported(`the name ${node.text} here`, node)
}

function member(owner: Syntax, name: string, node: Syntax, scope: Scope): Scalar {
  const bag = compileTyped(owner, scope)
  if (bag.type !== 'dynamic' || name === '') throw new Unsupported(`the path ${node.text}`, node)
  return (row, run) => {
    const value = bag.evaluate(row, run)
    return isBag(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
  }
}

function indexed(node: Syntax, scope: Scope): Scalar {
  const selector = bare(part(part(node, 'Selector'), 'Expression'))
  const owner = part(node, 'Expression')
  if (selector.string !== null) return member(owner, selector.string, node, scope)
  const array = compileTyped(owner, scope)
  const index = compileScalar(selector, scope)
  if (array.type !== 'dynamic') throw new Unsupported(`the index ${node.text}`, node)
  return (row, run) => {
    const value = array.evaluate(row, run)
    const at = index(row, run)
    if (isArray(value) && typeof at === 'number') return value.at(at) ?? null
    return isBag(value) && typeof at === 'string' && Object.hasOwn(value, at) ? (value[at] ?? null) : null
  }
}

function compileCall(node: Syntax, scope: Scope): Scalar {
  const aggregate = scope.aggregate?.(node)
  if (aggregate) return aggregate
  const name = part(node, 'Name').name ?? ''
  const build = scalarFunctions.get(name)
  if (!build) throw new Unsupported(`the function ${name}()`, node)
  const args = listed(part(node, 'ArgumentList'), 'Expressions')
  if (name === 'column_ifexists' || name === 'columnifexists') return columnIfExists(args, node, scope)
  return build({ node, type: typeOf(node), args: args.map((arg) => compileArgument(arg, scope)) })
}

/** `typeof(long)` is an argument too, yet no value. */
function compileArgument(arg: Syntax, scope: Scope): Typed {
  if (arg.kind !== 'TypeOfLiteralExpression') return compileTyped(arg, scope)
  return { evaluate: () => null, type: 'unknown', node: arg }
}

function columnIfExists([name, otherwise]: readonly Syntax[], node: Syntax, scope: Scope): Scalar {
  if (name?.string == null || !otherwise) throw new Unsupported('column_ifexists without a literal name', node)
  const column = scope.columns.find((candidate) => candidate.name === name.string)
  return column ? columnReader(column.name, column.type) : compileScalar(otherwise, scope)
}

function firstCell(node: Syntax, scope: Scope): Scalar {
  const table = scope.compileTable(part(node, 'Expression'), scope)
  const first = table.columns[0]
  if (!first) throw new Unsupported('toscalar of a table without columns', node)
  const read = columnReader(first.name, first.type)
  const once = oncePerRun((run) => {
    for (const row of table.rows(run)) return read(row, run)
    return null
  })
  return (_row, run) => once(run)
}

function compileOperator(node: Syntax, scope: Scope): Scalar {
  const operator = part(node, 'Operator').text
  const left = compileTyped(part(node, 'Left'), scope)
  const right = part(node, 'Right')
  if (right.kind === 'ExpressionList') return membership(operator, left, right, node, scope, compileTyped)
  if (right.kind === 'ExpressionCouple') {
    const low = compileTyped(part(right, 'First'), scope)
    return between(operator, left, low, compileTyped(part(right, 'Second'), scope), node)
  }
  const other = compileTyped(right, scope)
  switch (operator) {
    case 'and':
    case 'or':
      return logical(operator, left, other)
    case '==':
    case '!=':
    case '<>':
      return equality(operator === '==', left, other, node)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordering(operator, left, other, node)
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(operator, left, other, node)
    default:
      return textPredicate(operator, left, other, node)
  }
}
