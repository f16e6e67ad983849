// Which rows a request is about: the subscriptions or management groups it names, and for role assignments how far up.
import type { Row } from '../kql/values.ts'
import type { Estate, Subscription } from '../organization/organization.ts'
import { isAllowed } from '../role-permissions.ts'
import type { GraphRequest } from './graph-request.ts'

/** A filter for the rows of any table. `subscriptions` are all there are. */
export function visibleTo(request: GraphRequest, subscriptions: readonly Subscription[]): (row: Row) => boolean {
  const isInScope = (subscription: Subscription) => {
    if (request.subscriptions) return request.subscriptions.includes(subscription.id.toLowerCase())
    if (!request.managementGroups) return true
    return subscription.managementGroups.some(({ id }) => request.managementGroups?.includes(id.toLowerCase()))
  }
  const scoped = subscriptions.filter(isInScope)
  const ids = new Set(scoped.map(({ id }) => id))
  const above = new Set(scoped.flatMap(({ managementGroups }) => managementGroups.map(({ id }) => id.toLowerCase())))

  return (row) => {
    const subscriptionId = String(row.subscriptionId ?? '')
    if (row.type === 'microsoft.authorization/roleassignments') {
      return subscriptionId ? ids.has(subscriptionId) && takesBelow(row, request) : isAbove(row, request, above)
    }
    if (subscriptionId) return ids.has(subscriptionId)
    if (row.type !== 'microsoft.management/managementgroups') return true
    return above.has(String(row.name).toLowerCase())
  }
}

/** Assignments on management groups and on the root are left out unless the request asks for what lies above its scope. */
function isAbove(row: Row, { authorizationScopeFilter }: GraphRequest, above: ReadonlySet<string>): boolean {
  const takes = authorizationScopeFilter === 'AtScopeAboveAndBelow' || authorizationScopeFilter === 'AtScopeAndAbove'
  const group = /^\/providers\/microsoft\.management\/managementgroups\/([^/]+)/i.exec(String(row.id))?.[1]
  return takes && (group === undefined || above.has(group.toLowerCase()))
}

function takesBelow(row: Row, { authorizationScopeFilter }: GraphRequest): boolean {
  if (authorizationScopeFilter === 'AtScopeAndBelow' || authorizationScopeFilter === 'AtScopeAboveAndBelow') return true
  // What is left are the assignments on the subscription itself: /subscriptions/{id}/providers/…
  return String(row.id).split('/')[3]?.toLowerCase() === 'providers'
}

/** A filter for the rows an identity may read. What belongs to no subscription is there for whoever sees one below it. */
export function readableBy(estate: Estate, objectId: string): (row: Row) => boolean {
  return (row) => {
    const subscriptionId = String(row.subscriptionId ?? '')
    if (!subscriptionId) return true
    const isAssignment = row.type === 'microsoft.authorization/roleassignments'
    const scope = isAssignment
      ? String(row.id).replace(/\/providers\/microsoft\.authorization\/.*$/i, '')
      : String(row.id)
    return isAllowed(estate, objectId, scope, `${row.type}/read`)
  }
}
