// What Resource Graph leaves out of KQL: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
import { listed, parametersOf, part, type Syntax, walk } from '../kql/syntax.ts'

export type DialectFault = { code: string; message: string; node: Syntax }

const operators: ReadonlySet<string> = new Set([
  'CountOperator',
  'DistinctOperator',
  'ExtendOperator',
  'FilterOperator',
  'JoinOperator',
  'MvExpandOperator',
  'ProjectAwayOperator',
  'ProjectOperator',
  'SortOperator',
  'SummarizeOperator',
  'TakeOperator',
  'TopOperator',
  'UnionOperator',
])

const joinKinds: ReadonlySet<string> = new Set(['innerunique', 'inner', 'leftouter', 'fullouter'])
const most: Readonly<Record<string, number>> = { JoinOperator: 3, MvExpandOperator: 3 }
const mostExpanded = 400
const mostLegs = 3

/** The first thing in a bound query that Resource Graph refuses, or null. */
export function dialectFault(root: Syntax): DialectFault | null {
  const counts = new Map<string, number>()
  for (const node of walk(root)) {
    if (node.kind === 'LetStatement') return fault('ParserFailure', 'ParserFailure', part(node, 'LetKeyword'))
    const isForeign = ['ToScalarExpression', 'MaterializeExpression', 'DataTableExpression'].includes(node.kind)
    if (isForeign) return fault('InvalidQueryLanguage', 'InvalidQueryLanguage', node)
    if (!node.kind.endsWith('Operator')) continue
    if (!operators.has(node.kind)) return fault('InvalidQueryLanguage', 'InvalidQueryLanguage', node)
    const count = (counts.get(node.kind) ?? 0) + 1
    counts.set(node.kind, count)
    if (count > (most[node.kind] ?? count)) {
      return fault('InvalidQueryLanguage', `The query has more than ${most[node.kind]} of this operator.`, node)
    }
    const special = operatorFault(node)
    if (special) return special
  }
  return null
}

function operatorFault(node: Syntax): DialectFault | null {
  const parameters = parametersOf(node)
  switch (node.kind) {
    case 'JoinOperator': {
      const kind = parameters.get('kind') ?? 'innerunique'
      const message = `The join kind "${kind}" is not supported or not allowed.`
      return joinKinds.has(kind) ? null : fault('UnsupportedJoinFlavor', message, node)
    }
    case 'UnionOperator':
      if (parameters.has('isfuzzy')) return fault('InvalidQueryLanguage', 'Fuzzy unions are not allowed.', node)
      if (listed(node, 'Expressions').length <= mostLegs) return null
      return fault('InvalidQueryLanguage', `A union has at most ${mostLegs} legs.`, node)
    case 'MvExpandOperator': {
      const limit = Number(node.parts.RowLimitClause?.parts.RowLimit?.text ?? 0)
      return limit <= mostExpanded ? null : fault('InvalidQueryLanguage', `RowLimit is at most ${mostExpanded}.`, node)
    }
    default:
      return null
  }
}

function fault(code: string, message: string, node: Syntax): DialectFault {
  return { code, message, node }
}
