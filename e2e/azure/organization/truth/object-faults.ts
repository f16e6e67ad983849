// What can be wrong with an object, as one sentence of code each. Secrets and keys that a certificate manages count as
// the certificate's, so not at all; most faults are those of enabled objects only.
import type { VaultObject, Version } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { isWeak } from './key-material.ts'
import type { TruthThresholds } from './question.ts'

export type Seen = {
  object: VaultObject
  /** Its newest version. */
  current: Version
  /** Whether a tag names somebody: on it, its vault, its resource group or its subscription. */
  owned: boolean
  now: number
  thresholds: TruthThresholds
}

type Check = (seen: Seen) => boolean

const is =
  (kind: VaultObject['kind'], isWrong: Check): Check =>
  (seen) =>
    seen.object.kind === kind && !seen.object.managed && seen.current.enabled && isWrong(seen)

const secret = (isWrong: Check) => is('secret', isWrong)
const key = (isWrong: Check) => is('key', isWrong)
const certificate = (isWrong: Check) => is('certificate', isWrong)

const leftDays = ({ current, now }: Seen) =>
  current.expiresAt === null ? Number.POSITIVE_INFINITY : (current.expiresAt.getTime() - now) / dayMs

const hasExpired: Check = (seen) => leftDays(seen) <= 0
const expiresSoon: Check = (seen) => leftDays(seen) > 0 && leftDays(seen) <= seen.thresholds.nearExpiryDays
const neverExpires: Check = ({ current }) => current.expiresAt === null
const hasNoAction = (action: string): Check => {
  const word = `"${action}"`
  return ({ object }) => !JSON.stringify(object.policy ?? {}).includes(word)
}

/** Every version but the newest had its own successor, and from that one's day on the grace runs. */
const keepsOldVersion: Check = ({ object: { versions }, now, thresholds }) =>
  versions.some((version, place) => {
    const successor = versions[place + 1]
    return version.enabled && successor && now - successor.createdAt.getTime() > thresholds.graceDays * dayMs
  })

export const objectFaults = {
  'secret-expired': secret(hasExpired),
  'key-expired': key(hasExpired),
  'certificate-expired': certificate(hasExpired),
  'secret-near-expiry': secret(expiresSoon),
  'key-near-expiry': key(expiresSoon),
  'certificate-near-expiry': certificate(expiresSoon),
  'secret-without-expiry': secret(neverExpires),
  'key-without-expiry': key(neverExpires),
  'secret-overdue-for-rotation': secret(
    ({ current, now, thresholds }) => now - current.createdAt.getTime() > thresholds.rotationDays * dayMs,
  ),
  'secret-validity-too-long': secret(
    ({ current: { createdAt, expiresAt }, thresholds }) =>
      expiresAt !== null && expiresAt.getTime() - createdAt.getTime() > thresholds.validityDays * dayMs,
  ),
  'secret-without-content-type': secret(({ current }) => current.contentType === null),
  'certificate-stored-as-secret': secret(({ current }) => /x-pkcs12|x-pem-file/.test(current.contentType ?? '')),
  // Whoever names an enabled version gets it, also while the newest one is disabled.
  'old-version-still-enabled': (seen) => seen.object.kind === 'secret' && !seen.object.managed && keepsOldVersion(seen),
  'key-without-rotation-policy': key(hasNoAction('Rotate')),
  // Of an authority that Key Vault does not know nothing comes by itself, whatever the policy says.
  'certificate-without-renewal': certificate(
    (seen) => hasNoAction('AutoRenew')(seen) || Object(seen.object.policy?.issuer).name === 'Unknown',
  ),
  'weak-key': ({ object, current, thresholds }) => !object.managed && current.enabled && isWeak(object, thresholds),
  'object-without-owner': ({ object, owned }) => !object.managed && !owned,
} satisfies Record<string, Check>

export type ObjectFault = keyof typeof objectFaults
