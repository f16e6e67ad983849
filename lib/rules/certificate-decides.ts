import type { VaultObject } from '#lib/domain/vault-object.ts'
import { type Decision, notApplicable, unknown } from './decision.ts'

/**
 * One problem is one line: the secret and key behind a certificate are judged as the certificate. Null when the object
 * stands on its own and is to be judged. The control plane's list does not tell the two apart, so there nobody can.
 */
export function certificateDecides({ kind, managed }: VaultObject): Decision | null {
  if (kind === 'certificate' || managed === false) return null
  if (managed) return notApplicable('Belongs to its certificate.')
  return unknown({
    code: 'not-asked',
    detail: `The control plane does not say whether this ${kind} belongs to a certificate.`,
  })
}
