import type { Azure } from '#lib/azure/azure.ts'
import type { LogWorkspace } from '#lib/azure/list-workspaces.ts'
import { summarizeAccess } from '#lib/azure/summarize-access.ts'
import { readerOfWorkspace } from '#lib/grants/grant-command.ts'
import { type Check, good } from './check.ts'

const hourMs = 3_600_000

/** Can the log of this workspace be queried? Asks for the hour before `now`, as the job asks for a day. */
export async function checkWorkspace(
  azure: Azure,
  workspace: LogWorkspace,
  { now, principalId }: { now: Date; principalId: string | null },
): Promise<Check> {
  const { name, retentionDays } = workspace
  const seen = await summarizeAccess(azure, workspace, new Date(now.getTime() - hourMs), now)
  if (seen.status === 'read')
    return good('workspace', name, `It can be queried${retentionDays ? `, and keeps ${retentionDays} days` : ''}.`)
  const isRefused = seen.reason.code.startsWith('forbidden')
  return {
    area: 'workspace',
    subject: name,
    standing: isRefused ? 'lacking' : 'unsure',
    says: seen.reason.detail,
    grants: isRefused ? [readerOfWorkspace({ principalId, workspaceId: workspace.resourceId })] : [],
  }
}
