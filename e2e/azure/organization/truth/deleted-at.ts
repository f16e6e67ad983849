// What was deleted and could still be recovered at an instant, each line with when it went and when it goes for good.
import type { Organization } from '../organization.ts'
import type { Question } from './question.ts'

export type Deleted = {
  /** `vault/secret/name`. */
  subject: string
  deletedAt: Date
  scheduledPurgeAt: Date | null
}

/** Objects, without the secrets and keys that went with their certificate; in the vaults that can be seen. */
export function deletedObjectsAt(
  organization: Organization,
  instant: Date,
  { sees = ({ access }) => access === 'readable' }: Pick<Question, 'sees'> = {},
): Deleted[] {
  return organization
    .estateAt(instant)
    .vaults.filter(sees)
    .flatMap((vault) =>
      organization.objectsAt(vault.name, instant).flatMap(({ kind, name, managed, deletedAt, scheduledPurgeAt }) => {
        if (managed || !deletedAt) return []
        return [{ subject: `${vault.name}/${kind}/${name}`, deletedAt, scheduledPurgeAt }]
      }),
    )
    .sort(bySubject)
}

/** Whole vaults; `subject` is the name. */
export function deletedVaultsAt(organization: Organization, instant: Date): Deleted[] {
  const { deletedVaults = [] } = organization.estateAt(instant)
  return deletedVaults
    .map(({ name, deletedAt, scheduledPurgeAt }) => ({ subject: name, deletedAt, scheduledPurgeAt }))
    .sort(bySubject)
}

const bySubject = (one: Deleted, other: Deleted) => (one.subject < other.subject ? -1 : 1)
