// What can go wrong with a query of a workspace, in the words Log Analytics has for it.
// https://learn.microsoft.com/azure/azure-monitor/logs/api/errors
import type { AzureResponse } from '../imitated-service.ts'
import { tooManyBytes, tooManyRows } from '../log-analytics/query-answer.ts'
import { noSuchPath, timedOut, withoutAccess } from '../log-analytics/refusals.ts'

export type WorkspaceAnswer =
  | 'workspace-missing'
  | 'workspace-forbidden'
  /** Nothing at all was ever written to it. */
  | 'workspace-empty'
  | 'query-timeout'
  /** All rows, and the word that they are not all. */
  | 'partial'
  /** The first half of the rows, because there were too many bytes. */
  | 'too-large'

export const workspaceAnswers: WorkspaceAnswer[] = [
  'workspace-missing',
  'workspace-forbidden',
  'workspace-empty',
  'query-timeout',
  'partial',
  'too-large',
]

export const isWorkspaceAnswer = (name: string): name is WorkspaceAnswer =>
  workspaceAnswers.some((known) => known === name)

export async function workspaceAnswer(
  name: WorkspaceAnswer,
  real: () => Promise<AzureResponse>,
): Promise<AzureResponse> {
  switch (name) {
    case 'workspace-missing':
      return noSuchPath()
    case 'workspace-forbidden':
      return withoutAccess()
    case 'workspace-empty':
      return { status: 204 }
    case 'query-timeout':
      return timedOut()
    case 'partial': {
      const answer = await real()
      return { ...answer, body: { ...Object(answer.body), error: tooManyRows } }
    }
    case 'too-large': {
      const answer = await real()
      const { tables, ...more } = Object(answer.body)
      return { ...answer, body: { ...more, tables: halved(tables), error: tooManyBytes } }
    }
  }
}

const halved = (tables: unknown) =>
  Array.isArray(tables)
    ? tables.map((table) => ({ ...table, rows: table.rows.slice(0, Math.floor(table.rows.length / 2)) }))
    : []
