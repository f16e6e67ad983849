import type { VaultObject } from '#lib/domain/vault-object.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { type Decision, fail, notApplicable, pass } from './decision.ts'

/** Whether fewer than so many days are left to an enabled object. Once it has expired, that is another rule's finding. */
export function decideNearExpiry(object: VaultObject, nearExpiryDays: number, now: Date): Decision {
  const { kind, enabled, expiresAt } = object
  if (!enabled) return notApplicable(`The ${kind} is disabled.`)
  if (!expiresAt) return notApplicable(`The ${kind} has no expiry date.`)
  if (expiresAt <= now) return notApplicable(`Already expired on ${isoDate(expiresAt)}.`)
  const aside = certificateDecides(object)
  if (aside) return aside
  const facts = { expiresAt: expiresAt.toISOString(), nearExpiryDays }
  return expiresAt < addDays(now, nearExpiryDays)
    ? fail(`Expires soon, on ${isoDate(expiresAt)}.`, facts)
    : pass(`Expires on ${isoDate(expiresAt)}.`, facts)
}
