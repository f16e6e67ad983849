// What can be wrong with a vault, as its settings and what stands around it tell.
import type { Estate, RoleAssignment, Vault } from '../organization.ts'

export const vaultFaults = {
  'vault-without-purge-protection': ({ properties }) => properties.enablePurgeProtection !== true,
  'vault-with-short-retention': ({ properties }) => Number(properties.softDeleteRetentionInDays) < 90,
  'vault-open-to-internet': ({ properties }) => isOpen(properties),
  'vault-without-rbac': (vault) => !usesRoles(vault),
  'vault-without-audit-log': ({ diagnosticSettings }) =>
    !diagnosticSettings.some(({ logs }) =>
      logs.some(
        (log) => log.enabled && ['AuditEvent', 'audit', 'allLogs'].includes(log.category ?? log.categoryGroup ?? ''),
      ),
    ),
  'vault-without-private-endpoint': ({ properties }) =>
    !JSON.stringify(properties.privateEndpointConnections ?? []).includes('"Approved"'),
  'value-role-above-vault': (vault, estate) =>
    usesRoles(vault) && estate.roleAssignments.some((assignment) => readsValuesFromAbove(assignment, vault, estate)),
  'vault-without-event-subscription': ({ id }, { eventTopics = [] }) =>
    !eventTopics.some(({ source }) => source.toLowerCase() === id.toLowerCase()),
} satisfies Record<string, (vault: Vault, estate: Estate) => boolean>

export type VaultFault = keyof typeof vaultFaults

const usesRoles = ({ properties }: Vault) => properties.enableRbacAuthorization === true

/** The built-in roles with an action that answers with a value. */
const rolesThatReadValues = {
  keyVaultAdministrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
  keyVaultCertificateUser: 'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
}

function readsValuesFromAbove({ scope, roleDefinitionId }: RoleAssignment, vault: Vault, estate: Estate): boolean {
  if (!Object.values(rolesThatReadValues).some((id) => roleDefinitionId.endsWith(id))) return false
  const wide = scope.toLowerCase()
  if (wide === '/') return true
  const group = /^\/providers\/microsoft\.management\/managementgroups\/(.+)$/.exec(wide)?.[1]
  if (!group) return vault.id.toLowerCase().startsWith(`${wide}/`)
  const subscription = estate.subscriptions.find(({ id }) => id === vault.subscriptionId)
  return subscription?.managementGroups.some(({ id }) => id.toLowerCase() === group) ?? false
}

function isOpen({ networkAcls, publicNetworkAccess }: Record<string, unknown>): boolean {
  if (publicNetworkAccess === 'Disabled') return false
  return Object(networkAcls).defaultAction !== 'Deny'
}
