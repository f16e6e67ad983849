// What Kempt's identity may do with the data of a vault: its roles that reach the vault, or the vault's access policies.
import type { Estate, Vault } from '../organization/organization.ts'
import { dataActionsOf } from '../resource-graph/role-definitions.ts'

export type Permission = { action: string; policy: string }

/** Key Vault Reader, and its counterpart among access policies: what Kempt asks to be given. */
const readerRole = '21090545-7ca7-4776-b22c-e363652d74d2'
const readerPolicy = ['secrets list', 'keys list', 'keys getrotationpolicy', 'certificates list', 'certificates get']

/** A vault that lets Kempt in without saying how, as tests amend them, gives what Kempt asks for and nothing more. */
export function isPermitted(estate: Estate, vault: Vault, objectId: string, { action, policy }: Permission): boolean {
  if (vault.properties.enableRbacAuthorization === true) {
    const given = rolesReaching(estate, vault, objectId).flatMap(dataActionsOf)
    return (given.length > 0 ? given : dataActionsOf(readerRole)).some((pattern) => covers(pattern, action))
  }
  const given = policiesOf(vault, objectId)
  return (given.length > 0 ? given : readerPolicy).some(
    (each) => each === policy || each === `${policy.split(' ')[0]} all`,
  )
}

const known = new WeakMap<Estate, Map<string, Map<string, string[]>>>()

/** The ids of an identity's roles by lower-case scope: looked up at every request. */
function rolesOf(estate: Estate, objectId: string): Map<string, string[]> {
  const ofEstate = known.get(estate) ?? new Map<string, Map<string, string[]>>()
  known.set(estate, ofEstate)
  const before = ofEstate.get(objectId)
  if (before) return before
  const roles = new Map<string, string[]>()
  for (const { principalId, scope, roleDefinitionId } of estate.roleAssignments) {
    if (principalId !== objectId) continue
    const key = scope.toLowerCase()
    roles.set(key, [...(roles.get(key) ?? []), roleDefinitionId.split('/').at(-1) ?? ''])
  }
  ofEstate.set(objectId, roles)
  return roles
}

function rolesReaching(estate: Estate, vault: Vault, objectId: string): string[] {
  const roles = rolesOf(estate, objectId)
  const groups = estate.subscriptions.find(({ id }) => id === vault.subscriptionId)?.managementGroups ?? []
  const id = vault.id.toLowerCase()
  return [
    id,
    id.split('/providers/')[0] ?? '',
    `/subscriptions/${vault.subscriptionId.toLowerCase()}`,
    ...groups.map((group) => `/providers/microsoft.management/managementgroups/${group.id.toLowerCase()}`),
  ].flatMap((scope) => roles.get(scope) ?? [])
}

/** "secrets list", lower case, for each permission that is given. */
function policiesOf({ properties }: Vault, objectId: string): string[] {
  const policies: unknown[] = Array.isArray(properties.accessPolicies) ? properties.accessPolicies : []
  return policies.flatMap((policy) => {
    if (!isObject(policy) || policy.objectId !== objectId || !isObject(policy.permissions)) return []
    return Object.entries(policy.permissions).flatMap(([kind, names]) =>
      Array.isArray(names) ? names.map((name) => `${kind} ${name}`.toLowerCase()) : [],
    )
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const covers = (pattern: string, action: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i').test(action)
