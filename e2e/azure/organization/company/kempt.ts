// Kempt itself in this tenant: the app people sign in to, and the identity its job runs as.
import type { ManagedIdentity } from '../organization.ts'
import { guidOf, hex32, seedOf } from '../seeded-random.ts'
import { subscriptionOf } from './subscriptions.ts'

export const kemptRegistration = (seed: string) => ({
  clientId: guidOf(seed, 'kempt', 'client'),
  clientSecret: `stand-in~${hex32(seedOf(seed, 'kempt', 'secret'), 0)}`,
})

export const kemptIdentityOf = (seed: string, tenantId: string): ManagedIdentity => ({
  objectId: guidOf(seed, 'kempt', 'identity'),
  applicationId: guidOf(seed, 'kempt', 'identity application'),
  name: 'id-kempt-snapshot',
  secret: `stand-in~${hex32(seedOf(seed, 'kempt', 'identity secret'), 0)}`,
  resourceId: `/subscriptions/${subscriptionOf(seed, tenantId, 'Platform', 'prod', 0).id}/resourcegroups/rg-kempt-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-kempt-snapshot`,
})
