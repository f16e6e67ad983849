// What one vault shows, and what is missing until which command is run.
import type { LogWorkspace } from '#lib/azure/list-workspaces.ts'
import type { Observed, Part, UnreadReason } from '#lib/domain/observed.ts'
import { type Gap, type Grant, grantFor } from '#lib/grants/grant-command.ts'
import { logsReads } from '#lib/rules/audit-settings.ts'
import { type Check, good } from './check.ts'
import type { ProbedVault } from './probe-vault.ts'

/** `principalId`: of the identity Kempt reads with. `workspaces`: those it can see. */
export function checkVault(
  { vault, diagnostics, parts }: ProbedVault,
  { principalId, workspaces }: { principalId: string | null; workspaces: readonly LogWorkspace[] },
): Check {
  const { uri, resourceGroup, subscriptionId } = vault
  const unread = {
    name: vault.name,
    resourceId: vault.resourceId,
    accessModel: vault.settings.accessModel,
    place: { uri, resourceGroup, subscriptionId },
  }
  const targets =
    diagnostics.status === 'not' ? [] : diagnostics.value.filter(logsReads).flatMap((to) => to.workspaceId ?? [])
  const hidden = targets.filter((id) => workspaces.every(({ resourceId }) => resourceId !== id))
  const gaps = gapsOf(parts)
  const grants: Grant[] = gaps.map((gap) => grantFor(unread, gap, { principalId }))
  if (hidden.length > 0 && hidden.length === targets.length) {
    const detail = `the workspace ${vault.name} logs to is not visible to Kempt`
    const gap: Gap = { parts: [{ part: 'access-log' }], code: 'workspace-unreadable', detail }
    gaps.push(gap)
    grants.push(grantFor(unread, gap, { principalId, workspaceId: hidden[0] ?? null }))
  }
  const log = diagnostics.status === 'read' && targets.length === 0 ? ' It sends no audit log to a workspace.' : ''
  if (gaps.length === 0) return good('vault', vault.name, `Every part can be read.${log}`)
  return {
    area: 'vault',
    subject: vault.name,
    standing: grants.some(({ command }) => command !== null) ? 'lacking' : 'unsure',
    says: `Not read: ${gaps.map(wordsOf).join('; ')}.${log}`,
    grants,
  }
}

const wordsOf = ({ parts, detail }: Gap) => `${parts.map(({ part }) => part).join(', ')} (${detail.replace(/\.$/, '')})`

/** Parts that are missing for the same reason together: a firewall that hides three lists is one problem. */
function gapsOf(parts: ReadonlyMap<Part, Observed<unknown>>): Gap[] {
  const reasons = [...parts].flatMap(([part, seen]): { part: Part; reason: UnreadReason }[] =>
    seen.status === 'read' ? [] : [{ part, reason: seen.reason }],
  )
  return [...Map.groupBy(reasons, ({ reason }) => reason.code)].flatMap(([code, alike]) =>
    alike[0] ? [{ code, detail: alike[0].reason.detail, parts: alike.map(({ part }) => ({ part })) }] : [],
  )
}
