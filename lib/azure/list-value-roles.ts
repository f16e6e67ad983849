// Whose roles let them read the values in a vault, and where were these roles assigned?
import { z } from 'zod'
import { type Observed, partlyRead } from '#lib/domain/observed.ts'
import type { ValueRole } from '#lib/domain/role-assignment.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { allowsDataAction } from './allows-data-action.ts'
import type { Azure } from './azure.ts'
import { roleAssignmentsQuery, roleDefinitionsQuery } from './queries.ts'
import { levelOf, reaching } from './rows/assignment-scope.ts'
import { describeUnread } from './unread-reason.ts'
import { observeRows } from './wire/observe-rows.ts'

/** What it takes to be told a value: https://learn.microsoft.com/azure/key-vault/general/rbac-guide */
const readValue = 'Microsoft.KeyVault/vaults/secrets/getSecret/action'

const actions = z
  .array(z.string())
  .nullish()
  .transform((names) => names ?? [])

const definitionSchema = z.object({
  id: z.string().min(1),
  roleName: z.string(),
  permissions: z.array(z.object({ dataActions: actions, notDataActions: actions })),
})

const lowerCase = z
  .string()
  .min(1)
  .transform((text) => text.toLowerCase())

const assignmentSchema = z.object({
  id: lowerCase,
  roleDefinitionId: lowerCase,
  principalId: z.string().min(1),
  principalType: z.string(),
  // A subscription's own scope is written with and without a slash at its end.
  scope: lowerCase.transform((scope) => scope.replace(/(?<=.)\/+$/, '')),
  condition: z.string().nullish(),
})

/**
 * Role assignments in scope, and above it, whose role lets its holder read values; to be asked vault by vault, the widest
 * first. `managementGroupIdsOf` gives the ids of the groups above a subscription. What is made through Privileged Identity
 * Management but not active is not among them. Never throws for Azure's sake.
 */
export async function listValueRoles(
  azure: Azure,
  managementGroupIdsOf: (subscriptionId: string) => readonly string[],
): Promise<Observed<(vault: Vault) => ValueRole[]>> {
  const about = 'the role assignments'
  const scopeFilter = 'AtScopeAboveAndBelow'
  const definitions = await observeRows(azure, roleDefinitionsQuery, definitionSchema, 'the role definitions', {
    scopeFilter,
  })
  if (definitions.status === 'not') return definitions
  const assignments = await observeRows(azure, roleAssignmentsQuery, assignmentSchema, about, { scopeFilter })
  if (assignments.status === 'not') return assignments
  if (assignments.value.length === 0) {
    const evidence = 'this identity can see none, not even its own; it needs the role Reader'
    return { status: 'not', reason: describeUnread('forbidden', about, evidence) }
  }

  const roles = new Map(definitions.value.map((role) => [roleKey(role.id), role]))
  const unknown = assignments.value.filter(({ roleDefinitionId }) => !roles.has(roleKey(roleDefinitionId)))
  const valueRoles = assignments.value.flatMap((assignment): ValueRole[] => {
    const role = roles.get(roleKey(assignment.roleDefinitionId))
    if (!role || !allowsDataAction(role.permissions, readValue)) return []
    const { roleDefinitionId: _, condition, ...kept } = assignment
    return [{ ...kept, roleName: role.roleName, level: levelOf(kept.scope), conditional: Boolean(condition) }]
  })

  const value = reaching(valueRoles, managementGroupIdsOf)
  if (assignments.status === 'partly') return { ...assignments, value }
  if (definitions.status === 'partly') return { ...definitions, value }
  if (unknown.length === 0) return { status: 'read', value }
  const evidence = `${unknown.length} of them give a role whose definition cannot be seen`
  return partlyRead(value, 'items', describeUnread('malformed-answer', `all of ${about}`, evidence))
}

/** Its GUID: the same role is written below a subscription and without one. */
const roleKey = (roleDefinitionId: string) => roleDefinitionId.toLowerCase().split('/').at(-1) ?? ''
