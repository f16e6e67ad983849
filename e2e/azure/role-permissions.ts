// What an identity may do, and where: by the roles it was given on a resource, or on its group, subscription or management groups.
import type { Estate } from './organization/organization.ts'
import { actionsOf } from './resource-graph/role-definitions.ts'

/**
 * Whether a role allows an action of the control plane on a scope (an ARM id). An estate that says nothing of an identity's
 * roles takes it for a Reader of everything.
 */
export function isAllowed(estate: Estate, objectId: string, scope: string, action: string): boolean {
  const roles = rolesOf(estate, objectId)
  if (roles.size === 0 && !estate.rolesAreWhole) return true
  return rolesReaching(estate, scope, objectId).some((role) => {
    const { actions, notActions } = actionsOf(role)
    return covered(actions, action) && !covered(notActions, action)
  })
}

/** The ids of the roles that reach a scope. */
export function rolesReaching(estate: Estate, scope: string, objectId: string): string[] {
  const roles = rolesOf(estate, objectId)
  const id = scope.toLowerCase()
  const subscription = /^\/subscriptions\/([^/]+)/.exec(id)?.[1] ?? ''
  const group = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/.exec(id)?.[0] ?? id
  return [...new Set([id, group, `/subscriptions/${subscription}`, ...groupsAbove(estate, subscription)])].flatMap(
    (reaching) => roles.get(reaching) ?? [],
  )
}

/** A star stands for anything, also for several words; the case does not matter. */
export const covered = (patterns: readonly string[], action: string): boolean =>
  patterns.some((pattern) => patternOf(pattern).test(action))

const compiled = new Map<string, RegExp>()

function patternOf(pattern: string): RegExp {
  const made = compiled.get(pattern) ?? new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i')
  compiled.set(pattern, made)
  return made
}

type Kept = { roles: Map<string, Map<string, string[]>>; above: Map<string, string[]> }

const kept = new WeakMap<Estate, Kept>()

function keptOf(estate: Estate): Kept {
  const known = kept.get(estate) ?? { roles: new Map(), above: aboveOf(estate) }
  kept.set(estate, known)
  return known
}

const groupsAbove = (estate: Estate, subscription: string) => keptOf(estate).above.get(subscription) ?? []

/** The scopes of the management groups above each subscription, lower case. */
const aboveOf = ({ subscriptions }: Estate) =>
  new Map(
    subscriptions.map(({ id, managementGroups }) => [
      id.toLowerCase(),
      managementGroups.map((group) => `/providers/microsoft.management/managementgroups/${group.id.toLowerCase()}`),
    ]),
  )

/** The ids of an identity's roles by lower-case scope: looked up at every request. */
function rolesOf(estate: Estate, objectId: string): Map<string, string[]> {
  const { roles: byIdentity } = keptOf(estate)
  const before = byIdentity.get(objectId)
  if (before) return before
  const roles = new Map<string, string[]>()
  for (const { principalId, scope, roleDefinitionId } of estate.roleAssignments) {
    if (principalId !== objectId) continue
    const key = scope.toLowerCase()
    roles.set(key, [...(roles.get(key) ?? []), roleDefinitionId.split('/').at(-1) ?? ''])
  }
  byIdentity.set(objectId, roles)
  return roles
}
