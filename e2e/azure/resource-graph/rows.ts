// The organization at an instant as rows of Resource Graph. Types are lower case and group names too, ids keep their case.
import { instantText, type Row, type Value } from '../kql/values.ts'
import type {
  Estate,
  EventTopic,
  RoleAssignment,
  Subscription,
  Vault,
  Workspace,
} from '../organization/organization.ts'
import { roleDefinitionId, roleDefinitionRows } from './role-definitions.ts'
import type { TableName } from './schema.ts'

export type EstateRows = Readonly<Record<TableName, readonly Row[]>>

const known = new WeakMap<Estate, EstateRows>()

/** All rows there are; who may see which is decided per request. Kept as long as the estate itself. */
export function rowsOf(estate: Estate, tenantId: string): EstateRows {
  const before = known.get(estate)
  if (before) return before
  const rows: EstateRows = {
    resources: [
      ...estate.vaults.map((vault) => vaultRow(vault, tenantId)),
      ...estate.workspaces.map((workspace) => workspaceRow(workspace, tenantId)),
      ...(estate.eventTopics ?? []).map((topic) => topicRow(topic, tenantId)),
    ],
    resourcecontainers: [
      ...estate.subscriptions.map((subscription) => subscriptionRow(subscription, tenantId)),
      ...estate.resourceGroups.map(
        (group): Row => ({
          ...placed(group, tenantId),
          type: 'microsoft.resources/subscriptions/resourcegroups',
          resourceGroup: group.name.toLowerCase(),
          properties: { provisioningState: 'Succeeded' },
          tags: group.tags,
        }),
      ),
      ...managementGroupRows(estate.subscriptions, tenantId),
    ],
    authorizationresources: [
      ...estate.roleAssignments.map((assignment) => roleAssignmentRow(assignment, tenantId)),
      ...roleDefinitionRows(tenantId),
    ],
  }
  known.set(estate, rows)
  return rows
}

type Placed = { id: string; name: string; subscriptionId: string; resourceGroup?: string; location: string }

function placed({ id, name, subscriptionId, resourceGroup = '', location }: Placed, tenantId: string) {
  return { id, name, tenantId, location, resourceGroup: resourceGroup.toLowerCase(), subscriptionId }
}

function vaultRow(vault: Vault, tenantId: string): Row {
  return {
    ...placed(vault, tenantId),
    type: 'microsoft.keyvault/vaults',
    properties: toJson(vault.properties),
    tags: vault.tags,
  }
}

function workspaceRow(workspace: Workspace, tenantId: string): Row {
  return {
    ...placed(workspace, tenantId),
    type: 'microsoft.operationalinsights/workspaces',
    properties: {
      customerId: workspace.customerId,
      provisioningState: 'Succeeded',
      retentionInDays: workspace.retentionDays,
      sku: { name: 'PerGB2018', lastSkuUpdate: '2022-03-14T09:12:30.4180243Z' },
    },
    tags: {},
  }
}

function topicRow(topic: EventTopic, tenantId: string): Row {
  return {
    ...placed(topic, tenantId),
    type: 'microsoft.eventgrid/systemtopics',
    properties: { provisioningState: 'Succeeded', source: topic.source, topicType: 'Microsoft.KeyVault.vaults' },
    tags: {},
  }
}

function subscriptionRow({ id, name, tags, managementGroups }: Subscription, tenantId: string): Row {
  return {
    id: `/subscriptions/${id}`,
    name,
    type: 'microsoft.resources/subscriptions',
    tenantId,
    subscriptionId: id,
    properties: { state: 'Enabled', managedByTenants: [], managementGroupAncestorsChain: ancestors(managementGroups) },
    tags,
  }
}

function managementGroupRows(subscriptions: readonly Subscription[], tenantId: string): Row[] {
  const rows = new Map<string, Row>()
  for (const { managementGroups } of subscriptions) {
    for (const [index, { id, displayName }] of managementGroups.entries()) {
      const above = managementGroups.slice(index + 1)
      rows.set(id, {
        id: `/providers/Microsoft.Management/managementGroups/${id}`,
        name: id,
        type: 'microsoft.management/managementgroups',
        tenantId,
        properties: { displayName, tenantId, details: { managementGroupAncestorsChain: ancestors(above) } },
      })
    }
  }
  return [...rows.values()]
}

function ancestors(groups: Subscription['managementGroups']): Value {
  return groups.map(({ id, displayName }) => ({ displayName, name: id }))
}

function roleAssignmentRow(assignment: RoleAssignment, tenantId: string): Row {
  const { id, principalId, principalType, scope } = assignment
  const createdOn = instantText(assignment.createdAt.getTime())
  return {
    id: id.replace(/roleAssignments/i, 'RoleAssignments'),
    name: id.split('/').at(-1) ?? '',
    type: 'microsoft.authorization/roleassignments',
    tenantId,
    subscriptionId: /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1] ?? '',
    properties: {
      principalId,
      principalType,
      roleDefinitionId: roleDefinitionId(assignment.roleDefinitionId.split('/').at(-1) ?? ''),
      scope,
      createdOn,
      createdBy: '',
      updatedOn: createdOn,
      updatedBy: '',
      condition: null,
      conditionVersion: null,
      description: null,
    },
  }
}

function toJson(properties: Record<string, unknown>): Value {
  const copy: Value = JSON.parse(JSON.stringify(properties))
  return copy
}
