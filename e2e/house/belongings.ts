// What really belongs to a person, by the owner tags of the estate: Kempt's settings for them, none of its code.
import type { Estate, Person, Tags, Vault, VaultObject } from '../azure/organization/organization.ts'

const tagNames = ['owner', 'contact', 'team']

function namedIn(tags: Tags): string | null {
  for (const wanted of tagNames) {
    const found = Object.entries(tags).find(([name, value]) => name.toLowerCase() === wanted && value.trim() !== '')
    if (found) return found[1].trim().toLowerCase()
  }
  return null
}

/** The vault's own tags, else its resource group's, else its subscription's. */
export function ownerOf(vault: Vault, { resourceGroups, subscriptions }: Estate): string | null {
  const { subscriptionId, resourceGroup } = vault
  const group = resourceGroups.find(
    (one) => one.subscriptionId === subscriptionId && one.name.toLowerCase() === resourceGroup.toLowerCase(),
  )
  const subscription = subscriptions.find(({ id }) => id === subscriptionId)
  return namedIn(vault.tags) ?? namedIn(group?.tags ?? {}) ?? namedIn(subscription?.tags ?? {})
}

export type Belongings = {
  owns(vault: string): boolean
  /** Their own object, or one in a vault of theirs. */
  has(vault: string, object: { kind: string; name: string }): boolean
  /** Vaults that are theirs, or hold something that is. */
  vaults: string[]
  /** Vaults that hold nothing of theirs, but something that was until it was deleted. */
  pastVaults: string[]
}

export function belongingsOf(
  person: Person,
  estate: Estate,
  objectsOf: (vault: string) => readonly VaultObject[],
): Belongings {
  const names = [person.name, person.userPrincipalName, person.objectId, ...person.groups].map((name) =>
    name.toLowerCase(),
  )
  const isTheirs = (owner: string | null) => owner !== null && names.includes(owner)
  const owned = new Set(estate.vaults.filter((vault) => isTheirs(ownerOf(vault, estate))).map(({ name }) => name))
  const named = new Set<string>()
  const past = new Set<string>()
  for (const { name: vault } of estate.vaults) {
    for (const { kind, name, versions, deletedAt } of objectsOf(vault)) {
      if (!isTheirs(namedIn(versions.at(-1)?.tags ?? {}))) continue
      if (deletedAt === null) named.add(`${vault}/${kind}/${name}`)
      else past.add(vault)
    }
  }
  const vaults = [...new Set([...owned, ...[...named].map((subject) => subject.split('/')[0] ?? '')])].sort()
  return {
    owns: (vault) => owned.has(vault),
    has: (vault, { kind, name }) => owned.has(vault) || named.has(`${vault}/${kind}/${name}`),
    vaults,
    pastVaults: [...past].filter((name) => !vaults.includes(name)).sort(),
  }
}
