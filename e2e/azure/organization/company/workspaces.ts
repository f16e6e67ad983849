// Where audit logs go: three workspaces, so that both of Azure's audit tables are met.
import type { Workspace } from '../organization.ts'
import { guidOf } from '../seeded-random.ts'
import { subscriptionOf } from './subscriptions.ts'
import type { Unit } from './teams.ts'

const plans: { name: string; location: string; table: Workspace['table']; units: Unit[] }[] = [
  { name: 'log-platform-weu', location: 'westeurope', table: 'AZKVAuditLogs', units: ['Platform'] },
  { name: 'log-business-weu', location: 'westeurope', table: 'AzureDiagnostics', units: ['Logistics', 'Finance'] },
  { name: 'log-retail-neu', location: 'northeurope', table: 'AZKVAuditLogs', units: ['Retail'] },
]

export function workspacesOf(seed: string, tenantId: string): Workspace[] {
  const { id: subscriptionId } = subscriptionOf(seed, tenantId, 'Platform', 'prod', 0)
  const resourceGroup = 'rg-observability-prod'
  return plans.map(({ name, location, table }) => ({
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${name}`,
    customerId: guidOf(seed, 'workspace', name),
    name,
    subscriptionId,
    resourceGroup,
    location,
    table,
  }))
}

/** The workspace a business unit's vaults write to. */
export function workspaceOf(workspaces: readonly Workspace[], unit: Unit): Workspace {
  const place = plans.findIndex((plan) => plan.units.includes(unit))
  const workspace = workspaces[place]
  if (!workspace) throw new Error(`no workspace for ${unit}`)
  return workspace
}
