// What is really wrong in the estate at an instant, counted straight from the organization: the yardstick a test holds
// against what the product found. Nothing of the product's own judgement is used here.
import type { Estate, Organization, Vault } from './organization.ts'
import { type ObjectFault, objectFaults } from './truth/object-faults.ts'
import { type Question, thresholdsOf } from './truth/question.ts'
import { isOwned } from './truth/ownership.ts'
import { type VaultFault, vaultFaults } from './truth/vault-faults.ts'

/** Subjects by what is wrong with them, sorted: `vault`, or `vault/secret/name`. */
export type Truth = Record<ObjectFault | VaultFault, string[]> & {
  /** Objects that exist and are not deleted, in the vaults looked at. */
  objects: string[]
}

export function truthAt(organization: Organization, instant: Date, question: Question = {}): Truth {
  const { sees = ({ access }) => access === 'readable' } = question
  const estate = organization.estateAt(instant)
  const objects = estate.vaults.filter(sees).flatMap((vault) => objectsOf(organization, estate, vault, instant))
  const thresholds = thresholdsOf(question)
  return {
    objects: objects.map(({ subject }) => subject).sort(),
    ...subjectsBy(objectFaults, (isWrong) =>
      objects.filter((seen) => isWrong({ ...seen, now: instant.getTime(), thresholds })).map(({ subject }) => subject),
    ),
    ...subjectsBy(vaultFaults, (isWrong) =>
      estate.vaults.filter((vault) => isWrong(vault, estate)).map(({ name }) => name),
    ),
  }
}

/** What is in a vault and not deleted, each with its newest version and whether anybody owns it. */
function objectsOf(organization: Organization, estate: Estate, vault: Vault, instant: Date) {
  const covers = isOwned(estate, vault)
  return organization.objectsAt(vault.name, instant).flatMap((object) => {
    const current = object.versions.at(-1)
    if (object.deletedAt || !current) return []
    return [{ subject: `${vault.name}/${object.kind}/${object.name}`, object, current, owned: covers(current.tags) }]
  })
}

function subjectsBy<Fault extends string, Check>(
  checks: Record<Fault, Check>,
  subjectsOf: (check: Check) => string[],
): Record<Fault, string[]> {
  const found = Object.entries<Check>(checks).map(([fault, check]) => [fault, subjectsOf(check).sort()])
  // Object.fromEntries forgets which keys went in.
  return Object.fromEntries(found) as Record<Fault, string[]>
}
