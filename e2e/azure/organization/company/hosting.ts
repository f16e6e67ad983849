// Where an application runs in Azure, and which resource its identity is: the hosting one itself, or one of its own.
import { fraction, seedOf } from '../seeded-random.ts'

export type Hosting = {
  /** ARM id of what the identity is. */
  resourceId: string
  /** ARM id of what it is used from, where that is another resource. */
  hostId?: string
}

const site = (name: string) => `Microsoft.Web/sites/app-${name}`
const containerApp = (name: string) => `Microsoft.App/containerApps/ca-${name}`
const cluster = (name: string) => `Microsoft.ContainerService/managedClusters/aks-${name}`

/** A third of the applications has user-assigned identities, in every environment: a cluster needs one. */
export function hostingOf(seed: string, word: string, environment: string, resourceGroupId: string): Hosting {
  const name = `${word}-${environment}`
  const provided = (by: string) => `${resourceGroupId}/providers/${by}`
  const draw = seedOf(seed, 'application', name)
  const pick = (hosts: string[], salt: number) => provided(hosts[Math.floor(fraction(draw, salt) * hosts.length)] ?? '')
  const isUserAssigned = fraction(seedOf(seed, 'identity form', word), 1) < 1 / 3
  if (!isUserAssigned) return { resourceId: pick([site(name), containerApp(name)], 1) }
  return {
    resourceId: provided(`Microsoft.ManagedIdentity/userAssignedIdentities/id-${name}`),
    hostId: pick([site(name), containerApp(name), cluster(name)], 4),
  }
}
