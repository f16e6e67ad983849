import type { ValueRole } from '#lib/domain/role-assignment.ts'

/** A role that lets one application read the values of the example's vault alone, except what is said. */
export const aValueRole = (said: Partial<ValueRole> = {}): ValueRole => ({
  id: '/…/providers/microsoft.authorization/roleassignments/1',
  roleName: 'Key Vault Secrets User',
  principalId: 'p-1',
  principalType: 'ServicePrincipal',
  scope: '/subscriptions/s/resourcegroups/rg-shop/providers/microsoft.keyvault/vaults/kv-shop',
  level: 'vault',
  conditional: false,
  ...said,
})
