// What Kempt's identity may do with the data of a vault: its roles that reach the vault, or the vault's access policies.
import type { Estate, Vault } from '../organization/organization.ts'
import { dataActionsOf } from '../resource-graph/role-definitions.ts'
import { covered, rolesReaching } from '../role-permissions.ts'

export type Permission = { action: string; policy: string }

/** Key Vault Reader, and its counterpart among access policies: what Kempt asks to be given. */
const readerRole = '21090545-7ca7-4776-b22c-e363652d74d2'
const readerPolicy = ['secrets list', 'keys list', 'keys getrotationpolicy', 'certificates list', 'certificates get']

/** A vault that lets Kempt in without saying how, as tests amend them, gives what Kempt asks for and nothing more. */
export function isPermitted(estate: Estate, vault: Vault, objectId: string, { action, policy }: Permission): boolean {
  if (vault.properties.enableRbacAuthorization === true) {
    const given = rolesReaching(estate, vault.id, objectId).flatMap(dataActionsOf)
    return covered(given.length > 0 || estate.rolesAreWhole ? given : dataActionsOf(readerRole), action)
  }
  const given = policiesOf(vault, objectId)
  return (given.length > 0 || estate.rolesAreWhole ? given : readerPolicy).some(
    (each) => each === policy || each === `${policy.split(' ')[0]} all`,
  )
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
