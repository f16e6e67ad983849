// For tests: what the observers have to see of an imitated organization, said without any of the observers' own code.
import type { Estate, RoleAssignment, Vault, VaultObject } from '#e2e/azure/organization/organization.ts'

/** As JSON tells it, to the second, as Azure does. */
const instant = (at: Date | null) => at && `${at.toISOString().slice(0, 19)}.000Z`

/** The deleted objects of a vault, less what is deleted along with its certificate. */
export const expectedDeleted = (objects: readonly VaultObject[]) =>
  objects.flatMap(({ kind, name, managed, deletedAt, scheduledPurgeAt }) =>
    deletedAt && !managed
      ? [{ kind, name, deletedAt: instant(deletedAt), scheduledPurgeAt: instant(scheduledPurgeAt) }]
      : [],
  )

export function expectedMaterial(key: VaultObject | undefined) {
  const material = key?.material
  if (!material) throw new Error(`${key?.name} is no key`)
  return 'keySize' in material
    ? { type: material.kty, bits: material.keySize, curve: null }
    : { type: material.kty, bits: null, curve: material.crv }
}

/** The words the organization's own policies amount to, key by key and certificate by certificate. */
export function expectedPolicy(object: VaultObject | undefined) {
  const text = JSON.stringify(object?.policy ?? null)
  if (object?.kind === 'key') {
    const automatic = text.includes('"Rotate"')
    return { automatic, trigger: automatic ? '90 days after creation' : null, issuer: null }
  }
  const automatic = text.includes('"AutoRenew"')
  const bits = Number(/"key_size":(\d+)/.exec(text)?.[1])
  return {
    renewal: {
      automatic,
      trigger: automatic ? 'at 80 % of its life' : null,
      issuer: /"issuer":\{"name":"(\w+)"/.exec(text)?.[1],
    },
    keyMaterial: { type: 'RSA', bits, curve: null },
  }
}

/** Administrator, Secrets Officer, Secrets User and Certificate User: the built-in roles that show values. */
const rolesThatShowValues = /(00482a5a|b86a8fe4|4633458b|db79e9a7)-[0-9a-f-]{27}$/

export function expectedRoles({ roleAssignments, subscriptions }: Estate, vault: Vault): RoleAssignment[] {
  const groups = subscriptions.find(({ id }) => id === vault.subscriptionId)?.managementGroups ?? []
  const groupIds = groups.map(({ id }) => `/providers/Microsoft.Management/managementGroups/${id}`)
  return roleAssignments.filter(
    ({ scope, roleDefinitionId }) =>
      rolesThatShowValues.test(roleDefinitionId) &&
      (`${vault.id}/`.startsWith(`${scope}/`) || groupIds.includes(scope)),
  )
}
