import type { Organization, Vault } from '../../organization.ts'

/** The names of the vaults among these that are there at an instant, sorted. */
export function standing(organization: Organization, at: Date, names: ReadonlySet<string>): string[] {
  return namesOf(organization.estateAt(at).vaults.filter(({ name }) => names.has(name)))
}

export const namesOf = (vaults: readonly Vault[]) => vaults.map(({ name }) => name).sort()
