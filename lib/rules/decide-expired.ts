import type { VaultObject } from '#lib/domain/vault-object.ts'
import { isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { type Decision, fail, notApplicable, pass } from './decision.ts'

/** Whether an enabled object is past its expiry, the very instant included. */
export function decideExpired(object: VaultObject, now: Date): Decision {
  const { kind, enabled, expiresAt, createdAt } = object
  if (!enabled) return notApplicable(`The ${kind} is disabled.`)
  if (!expiresAt) return notApplicable(`The ${kind} has no expiry date.`)
  const aside = certificateDecides(object)
  if (aside) return aside
  const facts = { expiresAt: expiresAt.toISOString(), createdAt: createdAt.toISOString() }
  if (expiresAt > now) return pass(`Expires on ${isoDate(expiresAt)}.`, facts)
  const born = expiresAt <= createdAt ? `, before its current version was made on ${isoDate(createdAt)},` : ''
  return fail(`Expired on ${isoDate(expiresAt)}${born} and is still enabled.`, facts)
}
