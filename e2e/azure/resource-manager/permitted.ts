// What Resource Manager lets an identity read: Kempt's what its roles say, anybody else's nothing.
import type { Subscription } from '../organization/organization.ts'
import type { Azure } from '../imitated-service.ts'
import { isAllowed } from '../role-permissions.ts'
import type { Identity } from '../tokens.ts'
import { actionOf, type Target } from './target.ts'

/** A subscription that is not there is nobody's to refuse: that is another answer. */
export function isPermitted(azure: Azure, { objectId }: Identity, target: Target, path: string): boolean {
  // Who holds no role sees an empty list of subscriptions, and is refused everything below.
  if (target.kind === 'subscriptions') return true
  const { organization, clock } = azure
  if (objectId !== organization.kemptIdentity.objectId) return false
  const estate = organization.estateAt(clock.now())
  const isThere = estate.subscriptions.some(({ id }) => id.toLowerCase() === target.subscriptionId.toLowerCase())
  return !isThere || isAllowed(estate, objectId, scopeOf(path), actionOf(target))
}

export function subscriptionsSeenBy({ organization, clock }: Azure, { objectId }: Identity): Subscription[] {
  if (objectId !== organization.kemptIdentity.objectId) return []
  const estate = organization.estateAt(clock.now())
  const action = 'Microsoft.Resources/subscriptions/read'
  return estate.subscriptions.filter(({ id }) => isAllowed(estate, objectId, `/subscriptions/${id}`, action))
}

/** What a permission has to reach for that path: the resource itself, or whatever it is below. */
const scopeOf = (path: string) =>
  /^\/subscriptions\/[^/]+(?:\/resourcegroups\/[^/]+(?:\/providers\/[^/]+\/[^/]+\/[^/]+)?)?/i.exec(path)?.[0] ?? path
