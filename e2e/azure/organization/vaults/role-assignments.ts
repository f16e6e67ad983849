// Who was given which role where: on the vault as it should be, above it as it often is.
import { applicationIdentity, pipelineOf } from '../company/identities.ts'
import { groupIdOf } from '../company/people.ts'
import type { Person, RoleAssignment, Subscription, Vault } from '../organization.ts'
import { fraction, guidOf, seedOf } from '../seeded-random.ts'
import type { Blueprint } from './blueprints.ts'

/** Azure's own ids of built-in roles. */
export const roleIds = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  keyVaultAdministrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  keyVaultReader: '21090545-7ca7-4776-b22c-e363652d74d2',
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
} as const

export type Holding = { blueprint: Blueprint; vault: Vault }

export function roleAssignments(
  seed: string,
  tenantId: string,
  { kemptObjectId, people }: { kemptObjectId: string; people: readonly Person[] },
  subscriptions: readonly Subscription[],
  holdings: readonly Holding[],
): RoleAssignment[] {
  const give = giver(seed)
  const root = `/providers/Microsoft.Management/managementGroups/${tenantId}`
  const business = '/providers/Microsoft.Management/managementGroups/hf-business'
  const platformGroup = groupIdOf(seed, 'Cloud Platform')

  const assignments = [
    give(kemptObjectId, 'ServicePrincipal', 'reader', root),
    give(groupIdOf(seed, 'Security Governance'), 'Group', 'keyVaultReader', root),
    // Reads every value of every business unit: the finding a reviewer looks for first.
    give(platformGroup, 'Group', 'keyVaultAdministrator', business),
    give(platformGroup, 'Group', 'owner', root),
  ]
  for (const { id, name } of subscriptions) {
    const scope = `/subscriptions/${id}`
    if (name.includes('nonprod'))
      assignments.push(give(pipelineOf(seed, 'deploy').caller.objectId, 'ServicePrincipal', 'contributor', scope))
    if (name.startsWith('halden-retail-nonprod')) {
      const person = people.find(({ name }) => name === 'Lena Fischer')
      if (person) assignments.push(give(person.objectId, 'User', 'keyVaultSecretsOfficer', scope))
    }
  }
  for (const { blueprint, vault } of holdings) {
    if (vault.properties.enableRbacAuthorization !== true) continue
    const { application, environment, resourceGroupId, slot } = blueprint
    const reader = applicationIdentity(seed, application.word, environment, resourceGroupId).caller.objectId
    const isWide = fraction(seedOf(seed, 'wide role', slot), 0) < 0.15
    assignments.push(
      give(reader, 'ServicePrincipal', 'keyVaultSecretsUser', isWide ? resourceGroupId : vault.id),
      give(groupIdOf(seed, application.team.name), 'Group', 'keyVaultSecretsOfficer', vault.id),
    )
    if (vault.access !== 'no-role')
      assignments.push(give(kemptObjectId, 'ServicePrincipal', 'keyVaultReader', vault.id))
  }
  // Two vaults of one group can ask for the same assignment on it.
  return [...new Map(assignments.map((assignment) => [assignment.id, assignment])).values()]
}

function giver(seed: string) {
  return (
    principalId: string,
    principalType: RoleAssignment['principalType'],
    role: keyof typeof roleIds,
    scope: string,
  ): RoleAssignment => {
    const name = guidOf(seed, 'assignment', principalId, role, scope)
    const subscription = /^\/subscriptions\/[^/]+/.exec(scope)?.[0] ?? ''
    return {
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      principalId,
      principalType,
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleIds[role]}`,
      scope,
      createdAt: new Date(Date.UTC(2019, 0, 1) + Math.floor(fraction(seedOf(name), 0) * 1500) * 86_400_000),
    }
  }
}
