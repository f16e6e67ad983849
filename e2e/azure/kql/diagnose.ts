// Is a query one that the service would take? For unit tests of an application's query constants.
import { logAnalyticsSchema } from '../log-analytics/schema.ts'
import { dialectFault } from '../resource-graph/dialect.ts'
import { resourceGraphSchema } from '../resource-graph/schema.ts'
import { compile } from './compile.ts'
import { KqlRefusal, type Position, positionIn } from './refusal.ts'

export type Diagnostic = { code: string; message: string } & Position

/** What is wrong with a query, empty when nothing is: syntax, names, types, and what the service does not allow. */
export function diagnose(text: string, service: 'resource-graph' | 'log-analytics'): Diagnostic[] {
  try {
    const { syntax } = compile(text, service === 'resource-graph' ? resourceGraphSchema : logAnalyticsSchema)
    const fault = service === 'resource-graph' ? dialectFault(syntax) : null
    if (!fault) return []
    const { code, message, node } = fault
    return [{ code, message, ...positionIn(text, { start: node.start, length: node.end - node.start }) }]
  } catch (error) {
    if (!(error instanceof KqlRefusal)) throw error
    return [{ code: error.code, message: error.message, ...error.position }]
  }
}
