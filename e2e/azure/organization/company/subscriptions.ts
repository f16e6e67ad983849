// How Halden Freight cuts its Azure: management groups by business unit, subscriptions by unit and stage.
import type { Subscription } from '../organization.ts'
import { guidOf } from '../seeded-random.ts'
import { domain, type Unit } from './teams.ts'

export type Stage = 'prod' | 'nonprod'

const units: readonly Unit[] = ['Platform', 'Logistics', 'Retail', 'Finance']
const vaultsPerSet = 400

/** Business units past some four hundred vaults get a further set of subscriptions, as landing zones do. */
export const subscriptionSets = (vaults: number) => Math.max(1, Math.ceil(vaults / vaultsPerSet))

/** Eight subscriptions per set, in a fixed order. */
export function subscriptionsOf(seed: string, tenantId: string, vaults: number): Subscription[] {
  return Array.from({ length: subscriptionSets(vaults) }, (_, set) => set).flatMap((set) =>
    units.flatMap((unit) =>
      (['prod', 'nonprod'] as const).map((stage) => subscriptionOf(seed, tenantId, unit, stage, set)),
    ),
  )
}

export function subscriptionOf(seed: string, tenantId: string, unit: Unit, stage: Stage, set: number): Subscription {
  const number = set === 0 ? '' : `-${String(set + 1).padStart(2, '0')}`
  const name = `halden-${unit.toLowerCase()}-${stage}${number}`
  return {
    id: guidOf(seed, 'subscription', name),
    name,
    tags: {
      'business-unit': unit,
      ...(stage === 'prod' ? { criticality: 'high' } : {}),
      // The one unit that names an owner for whatever its teams leave unnamed.
      ...(unit === 'Finance' ? { Owner: `finance.it@${domain}` } : {}),
    },
    managementGroups: [
      { id: `hf-${unit.toLowerCase()}`, displayName: unit },
      ...(unit === 'Platform' ? [] : [{ id: 'hf-business', displayName: 'Business' }]),
      { id: 'hf', displayName: 'Halden Freight' },
      { id: tenantId, displayName: 'Tenant Root Group' },
    ],
  }
}
