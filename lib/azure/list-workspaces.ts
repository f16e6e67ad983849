// Which Log Analytics workspaces are there to hold audit logs?
import { z } from 'zod'
import { askResourceGraph } from './ask-resource-graph.ts'
import type { Azure } from './azure.ts'
import { workspacesQuery } from './queries.ts'

export type LogWorkspace = {
  /** ARM id in lower case, as diagnostic settings name it. */
  resourceId: string
  /** The id queries are addressed to. */
  customerId: string
  name: string
  /** How long rows can be queried; null when Azure does not say. */
  retentionDays: number | null
}

const rowSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  customerId: z.guid(),
  retentionDays: z.int().positive().nullable().catch(null),
})

/**
 * All workspaces in scope. One that is still being made has no customer id and cannot be asked yet; it is left out, and
 * vaults that log to it find no workspace. Throws EstateUnreadable when the list cannot be had whole.
 */
export async function listWorkspaces(azure: Azure): Promise<LogWorkspace[]> {
  const rows = await askResourceGraph(azure, workspacesQuery, 'the list of workspaces')
  const workspaces = rows.flatMap((row) => rowSchema.safeParse(row).data ?? [])
  const byId = new Map(workspaces.map(({ id, ...workspace }) => [id.toLowerCase(), workspace]))
  return [...byId].map(([resourceId, workspace]) => ({ resourceId, ...workspace }))
}
