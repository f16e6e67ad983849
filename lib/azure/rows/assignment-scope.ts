// Which vaults does a scope contain?
import { type AssignmentLevel, assignmentLevels } from '#lib/domain/role-assignment.ts'
import type { Vault } from '#lib/domain/vault.ts'

const managementGroup = '/providers/microsoft.management/managementgroups/'
const vaultScope =
  /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.keyvault\/vaults\/[^/]+)(\/.+)?$/

/** Of a scope in lower case. One of another provider reaches no vault, and counts as an object. */
export function levelOf(scope: string): AssignmentLevel {
  if (scope === '/') return 'root'
  if (scope.startsWith(managementGroup)) return 'management-group'
  const [, , , third, , fifth] = scope.split('/')
  if (third === undefined) return 'subscription'
  if (third === 'resourcegroups' && fifth === undefined) return 'resource-group'
  return vaultScope.exec(scope)?.[2] === undefined && vaultScope.test(scope) ? 'vault' : 'object'
}

/**
 * Those of the assignments whose scope contains the vault or lies in it: the widest first, then by id. Scopes are looked
 * up rather than compared: an estate has as many assignments as objects.
 */
export function reaching<T extends { id: string; scope: string; level: AssignmentLevel }>(
  assignments: readonly T[],
  managementGroupIdsOf: (subscriptionId: string) => readonly string[],
): (vault: Vault) => T[] {
  const at = Map.groupBy(assignments, ({ scope }) => scopeKey(scope))
  return ({ resourceId, subscriptionId }) =>
    [
      '/',
      ...managementGroupIdsOf(subscriptionId).map((id) => `${managementGroup}${id.toLowerCase()}`),
      `/subscriptions/${subscriptionId}`,
      resourceId.split('/providers/')[0] ?? '',
      resourceId,
    ]
      .flatMap((scope) => at.get(scope) ?? [])
      .sort((a, b) => widthOf(a) - widthOf(b) || (a.id < b.id ? -1 : 1))
}

/** A scope inside a vault is found with the vault. */
const scopeKey = (scope: string) => vaultScope.exec(scope)?.[1] ?? scope

const widthOf = ({ level }: { level: AssignmentLevel }) => assignmentLevels.indexOf(level)
