// The secrets a question about reads can be about: there, not deleted, and nobody's but their owner's to rotate.
import type { Access, Organization, VaultObject } from '../../organization.ts'
import type { AccessQuestion } from './access-question.ts'

/** By subject, `vault/secret/name`. Those that come with a certificate count as the certificate's, so not at all. */
export function liveSecrets(
  organization: Organization,
  at: Date,
  { sees = ({ access }) => access === 'readable' }: AccessQuestion,
): Map<string, VaultObject> {
  const secrets = new Map<string, VaultObject>()
  for (const vault of organization.estateAt(at).vaults.filter(sees)) {
    for (const object of organization.objectsAt(vault.name, at)) {
      if (object.kind === 'secret' && !object.managed && !object.deletedAt)
        secrets.set(`${vault.name}/secret/${object.name}`, object)
    }
  }
  return secrets
}

/** The subject of a row that hands out a secret; null for every other row. */
export function secretRead({ vault, operation, object, httpStatus }: Access): string | null {
  return operation === 'SecretGet' && httpStatus === 200 && object ? `${vault.name}/secret/${object.name}` : null
}
