// Vaults as amendments leave them: changed, added, moved out of Kempt's sight, gone.
import { kemptAddress } from './company/identities.ts'
import type { Amendment, Estate, ResourceGroup, Tags, Vault } from './organization.ts'
import { dayMs } from './rhythm.ts'

export function amendVaults(estate: Estate, amendments: readonly Amendment[]): Estate {
  let current = estate
  for (const amendment of amendments) {
    if (amendment.kind === 'vault') current = withVault(current, amendment.vault, amendment.from)
    if (amendment.kind === 'access')
      current = changed(current, amendment.vault, (vault) => ({ ...vault, access: amendment.access }))
    if (amendment.kind === 'roles') current = withRoles(current, amendment)
    if (amendment.kind === 'vault-gone') current = withoutVault(current, amendment.vault, amendment.from)
  }
  return current
}

function changed(estate: Estate, name: string, change: (vault: Vault) => Vault): Estate {
  return { ...estate, vaults: estate.vaults.map((vault) => (vault.name === name ? change(vault) : vault)) }
}

function withVault(estate: Estate, amended: Partial<Vault> & { name: string }, from: Date): Estate {
  const merge = (vault: Vault): Vault => ({
    ...vault,
    ...amended,
    properties: { ...vault.properties, ...amended.properties },
  })
  if (estate.vaults.some(({ name }) => name === amended.name)) return changed(estate, amended.name, merge)

  const vault = merge(healthyVault(estate, amended, from))
  const isKnownGroup = estate.resourceGroups.some(
    ({ name, subscriptionId }) => name === vault.resourceGroup && subscriptionId === vault.subscriptionId,
  )
  const group: ResourceGroup = {
    id: `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}`,
    name: vault.resourceGroup,
    subscriptionId: vault.subscriptionId,
    location: vault.location,
    tags: {},
  }
  return {
    ...estate,
    vaults: [...estate.vaults, vault],
    resourceGroups: isKnownGroup ? estate.resourceGroups : [...estate.resourceGroups, group],
  }
}

function withRoles(estate: Estate, { principalId, roles, from }: Extract<Amendment, { kind: 'roles' }>): Estate {
  const others = estate.roleAssignments.filter((assignment) => assignment.principalId !== principalId)
  const given = roles.map(({ roleId, scope }, place) => ({
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    principalId,
    principalType: 'ServicePrincipal' as const,
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
    scope,
    createdAt: from,
  }))
  return { ...estate, roleAssignments: [...others, ...given], rolesAreWhole: true }
}

function withoutVault(estate: Estate, name: string, from: Date): Estate {
  const gone = estate.vaults.find((vault) => vault.name === name)
  if (!gone) return estate
  const { id: vaultId, subscriptionId, location, tags, properties } = gone
  const retentionDays = Number(properties.softDeleteRetentionInDays ?? 90)
  return {
    ...estate,
    vaults: estate.vaults.filter((vault) => vault !== gone),
    deletedVaults: [
      ...(estate.deletedVaults ?? []),
      {
        name,
        vaultId,
        subscriptionId,
        location,
        tags,
        deletedAt: from,
        scheduledPurgeAt: new Date(from.getTime() + retentionDays * dayMs),
        purgeProtected: properties.enablePurgeProtection === true,
      },
    ],
  }
}

/** A vault nothing is wrong with: whatever a test leaves out shall not give it findings. */
function healthyVault(estate: Estate, { name, ...amended }: Partial<Vault> & { name: string }, from: Date): Vault {
  const subscriptionId = amended.subscriptionId ?? estate.subscriptions[0]?.id
  const workspace = estate.workspaces[0]
  const tenantId = estate.subscriptions[0]?.managementGroups.at(-1)?.id
  if (!subscriptionId || !workspace || !tenantId) throw new Error(`vault ${name} has no subscription to stand in`)
  const resourceGroup = amended.resourceGroup ?? `rg-${name}`
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${name}`
  const tags: Tags = { environment: 'prod', application: name, owner: 'Cloud Platform' }
  return {
    id,
    name,
    subscriptionId,
    resourceGroup,
    location: 'westeurope',
    tags,
    createdAt: from,
    properties: {
      sku: { family: 'A', name: 'standard' },
      tenantId,
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: 'Deny',
        ipRules: [{ value: `${kemptAddress}/32` }],
        virtualNetworkRules: [],
      },
      publicNetworkAccess: 'Enabled',
      accessPolicies: [],
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      vaultUri: `https://${name}.vault.azure.net/`,
      provisioningState: 'Succeeded',
    },
    diagnosticSettings: [
      {
        name: 'audit-to-workspace',
        workspaceId: workspace.id,
        storageAccountId: null,
        logs: [{ categoryGroup: 'audit', enabled: true }],
        destinationType: workspace.table === 'AZKVAuditLogs' ? 'Dedicated' : null,
      },
    ],
    access: 'readable',
    diagnosticsAccess: 'readable',
  }
}
