// Everything about the estate that does not depend on the instant, and the two questions that do: which vaults, which objects.
import { kemptIdentityOf } from './company/kempt.ts'
import { peopleOf } from './company/people.ts'
import { subscriptionsOf } from './company/subscriptions.ts'
import { workspacesOf } from './company/workspaces.ts'
import { boundedMemo } from './bounded-memo.ts'
import { objectsAt } from './objects/objects-at.ts'
import { type ObjectPlan, planObjects } from './objects/plan-objects.ts'
import type { DeletedVault, Estate, EventTopic, ResourceGroup, VaultObject } from './organization.ts'
import { guidOf } from './seeded-random.ts'
import { type Blueprint, blueprintsOf } from './vaults/blueprints.ts'
import { deletedVaultAt } from './vaults/deleted-vaults.ts'
import { eventTopicOf } from './vaults/event-topics.ts'
import { type Holding, roleAssignments } from './vaults/role-assignments.ts'
import { type Traits, traitsOf } from './vaults/traits.ts'
import { type Setting, vaultAt } from './vaults/vault-at.ts'
import { namesOf, vaultLife } from './vaults/vault-life.ts'
import { resourceGroupTags } from './vaults/vault-tags.ts'

export type Slot = { blueprint: Blueprint; traits: Traits }

export function createEstatePlan({ seed, vaults, mean }: { seed: string; vaults: number; mean: number }) {
  const tenantId = guidOf(seed, 'tenant')
  const workspaces = workspacesOf(seed, tenantId)
  const people = peopleOf(seed)
  const kemptIdentity = kemptIdentityOf(seed, tenantId)
  const setting: Setting = { seed, tenantId, kemptObjectId: kemptIdentity.objectId, workspaces }
  const subscriptions = subscriptionsOf(seed, tenantId, vaults)
  const blueprints = blueprintsOf(seed, tenantId, vaults)
  const allTraits = traitsOf(seed, blueprints)
  const slots = blueprints.map((blueprint, slot): Slot => {
    const traits = allTraits[slot]
    if (!traits) throw new Error(`no traits for vault ${slot}`)
    return { blueprint, traits }
  })
  const slotByName = new Map(slots.flatMap((slot) => namesOf(seed, slot.blueprint).map((name) => [name, slot])))
  const resourceGroups = resourceGroupsOf(slots)
  const plans = boundedMemo<ObjectPlan[]>(200_000, (list) => list.length)

  const plan = {
    seed,
    tenantId,
    people,
    kemptIdentity,
    workspaces,
    slots,

    /** The slot a vault of that name would hold; undefined for a name the plan does not know. */
    slotOf: (name: string): Slot | undefined => slotByName.get(name.toLowerCase()),

    /** Of a vault that stands for good. */
    nameOf: (blueprint: Blueprint): string => vaultLife(seed, blueprint, 0).name,

    contentsOf(name: string): ObjectPlan[] {
      const slot = slotByName.get(name)
      return slot ? plans.get(name, () => planObjects(seed, { vault: name, ...slot, mean })) : []
    },

    /** Null when no such vault exists at that instant. Everything it holds, unless `some` of it is asked for. */
    objectsAt(name: string, at: number, some?: readonly ObjectPlan[]): VaultObject[] | null {
      const slot = slotByName.get(name)
      if (!slot) return null
      const life = vaultLife(seed, slot.blueprint, at)
      if (life.name !== name || life.bornAt > at) return null
      const { retentionDays } = slot.traits
      return objectsAt(some ?? plan.contentsOf(name), at, { bornAt: life.bornAt, retentionDays })
    },

    /** Settings change on whole hours only. */
    estateAt(at: number): Estate {
      const holdings: Holding[] = []
      const deletedVaults: DeletedVault[] = []
      const eventTopics: EventTopic[] = []
      for (const { blueprint, traits } of slots) {
        const life = vaultLife(seed, blueprint, at)
        const deleted = deletedVaultAt(seed, blueprint, traits, at)
        if (deleted) deletedVaults.push(deleted)
        if (life.bornAt > at) continue
        const vault = vaultAt(setting, blueprint, traits, life, at)
        holdings.push({ blueprint, vault })
        if (traits.hasEventTopic) eventTopics.push(eventTopicOf(vault))
      }
      const kempt = { kemptObjectId: kemptIdentity.objectId, people }
      return {
        subscriptions,
        resourceGroups,
        vaults: holdings.map(({ vault }) => vault),
        workspaces,
        roleAssignments: roleAssignments(seed, tenantId, kempt, subscriptions, holdings),
        deletedVaults,
        eventTopics,
      }
    },
  }
  return plan
}

export type EstatePlan = ReturnType<typeof createEstatePlan>

function resourceGroupsOf(slots: readonly Slot[]): ResourceGroup[] {
  const groups = new Map<string, ResourceGroup>()
  for (const { blueprint, traits } of slots) {
    const { resourceGroupId: id, resourceGroup: name, subscription, region } = blueprint
    const isOwnerNamed = traits.owner === 'group' || groups.get(id)?.tags.Owner !== undefined
    const tags = resourceGroupTags(blueprint, isOwnerNamed)
    groups.set(id, { id, name, subscriptionId: subscription.id, location: region.location, tags })
  }
  return [...groups.values()]
}
