// The plan of the estate: which vault stands where, for which application and environment. Nothing here knows the time.
import { type Application, applicationOf } from '../company/applications.ts'
import { type Stage, subscriptionOf, subscriptionSets } from '../company/subscriptions.ts'
import type { Subscription } from '../organization.ts'
import { createRandom, seedOf } from '../seeded-random.ts'

export type Environment = 'prod' | 'test' | 'dev'

export type Blueprint = {
  /** Its number in the estate. Who holds the slot may change over time, when a project vault is replaced. */
  slot: number
  application: Application
  environment: Environment
  region: { location: string; code: string }
  subscription: Subscription
  resourceGroup: string
  resourceGroupId: string
  /** Short-lived: replaced by another vault, one number up, every so often. */
  isProject: boolean
}

const westEurope = { location: 'westeurope', code: 'weu' }
const regions = [
  westEurope,
  westEurope,
  { location: 'northeurope', code: 'neu' },
  { location: 'germanywestcentral', code: 'gwc' },
]

/** `size` blueprints: every application has production and test, many a development vault, some a second region. */
export function blueprintsOf(seed: string, tenantId: string, size: number): Blueprint[] {
  const sets = subscriptionSets(size)
  const subscriptions = new Map<string, Subscription>()
  const subscriptionFor = (application: Application, stage: Stage) => {
    const key = `${application.team.unit} ${stage} ${application.set}`
    const subscription =
      subscriptions.get(key) ?? subscriptionOf(seed, tenantId, application.team.unit, stage, application.set)
    subscriptions.set(key, subscription)
    return subscription
  }

  const blueprints: Blueprint[] = []
  for (let number = 0; blueprints.length < size; number++) {
    const application = applicationOf(number, sets)
    const random = createRandom(seedOf(seed, 'application plan', application.word))
    const home = random.pick(regions)
    const places: { environment: Environment; region: typeof home; isProject: boolean }[] = [
      { environment: 'prod', region: home, isProject: false },
      { environment: 'test', region: home, isProject: false },
    ]
    if (random.chance(0.75)) places.push({ environment: 'dev', region: home, isProject: random.chance(0.75) })
    if (random.chance(0.3))
      places.push({ environment: 'prod', region: { location: 'swedencentral', code: 'sec' }, isProject: false })

    for (const { environment, region, isProject } of places) {
      if (blueprints.length === size) break
      const subscription = subscriptionFor(application, environment === 'prod' ? 'prod' : 'nonprod')
      const resourceGroup = `rg-${application.word}-${environment}`
      blueprints.push({
        slot: blueprints.length,
        application,
        environment,
        region,
        subscription,
        resourceGroup,
        resourceGroupId: `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}`,
        isProject,
      })
    }
  }
  return blueprints
}
