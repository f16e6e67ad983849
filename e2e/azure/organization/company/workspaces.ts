// Where audit logs go: three workspaces, so that both of Azure's audit tables are met.
import type { Workspace } from '../organization.ts'
import { guidOf } from '../seeded-random.ts'
import { subscriptionOf } from './subscriptions.ts'
import type { Unit } from './teams.ts'

type Plan = Pick<Workspace, 'name' | 'location' | 'table' | 'retentionDays'> & { units: Unit[] }

const weu = { location: 'westeurope', retentionDays: 30 }

/** Thirty days is what a new workspace has; the one that Sentinel watches keeps ninety free of charge. */
const plans: Plan[] = [
  { ...weu, name: 'log-platform-weu', table: 'AZKVAuditLogs', units: ['Platform'], retentionDays: 90 },
  { ...weu, name: 'log-business-weu', table: 'AzureDiagnostics', units: ['Logistics', 'Finance'] },
  { ...weu, name: 'log-retail-neu', table: 'AZKVAuditLogs', units: ['Retail'], location: 'northeurope' },
]

export function workspacesOf(seed: string, tenantId: string): Workspace[] {
  const { id: subscriptionId } = subscriptionOf(seed, tenantId, 'Platform', 'prod', 0)
  const resourceGroup = 'rg-observability-prod'
  return plans.map(({ name, location, table, retentionDays }) => ({
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${name}`,
    customerId: guidOf(seed, 'workspace', name),
    name,
    subscriptionId,
    resourceGroup,
    location,
    table,
    retentionDays,
  }))
}

/** The workspace a business unit's vaults write to. */
export function workspaceOf(workspaces: readonly Workspace[], unit: Unit): Workspace {
  const place = plans.findIndex((plan) => plan.units.includes(unit))
  const workspace = workspaces[place]
  if (!workspace) throw new Error(`no workspace for ${unit}`)
  return workspace
}
