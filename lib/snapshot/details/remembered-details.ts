// What is remembered of one object, as evidence: details that were not read again are taken as they were last read.
import type { KeyMaterial, Renewal } from '#lib/domain/object-detail.ts'
import { notRead, type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import type { ObjectRef, ObjectVersion } from '#lib/domain/vault-object.ts'
import type { RecalledAbout } from '../memory/recalled-about.ts'
import type { RecalledDetail } from '../memory/recall-vault.ts'

/** As many versions of an object are looked at: objects with tens of thousands exist and take minutes. */
export const versionCap = 100

/**
 * Versions as evidence, in the order of their ids, so that they are the same whether they were read or remembered. Who has
 * as many as are looked at has more, for all we know.
 */
export function cappedVersions(
  versions: readonly ObjectVersion[],
  { kind, name }: ObjectRef,
): Observed<readonly ObjectVersion[]> {
  const sorted = versions.toSorted((one, other) => (one.version < other.version ? -1 : 1))
  if (sorted.length < versionCap) return read(sorted)
  const detail = `${kind} ${name} has more versions than the ${versionCap} that are looked at`
  return partlyRead(sorted, 'items', { code: 'not-asked', detail })
}

export const versions = (about: RecalledAbout, object: ObjectRef) =>
  cappedVersions(
    about.versions.map(({ version, enabled, notBeforeAt, expiresAt, createdAt, updatedAt }) => ({
      version,
      enabled,
      notBeforeAt: notBeforeAt === null ? null : new Date(notBeforeAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      createdAt: new Date(createdAt),
      updatedAt: new Date(updatedAt),
    })),
    object,
  )

export function renewal(detail: RecalledDetail | null): Renewal | null {
  if (detail === null || detail.renewsItself === null) return null
  return { automatic: detail.renewsItself, trigger: detail.renewalTrigger, issuer: detail.issuer }
}

export function material(detail: RecalledDetail | null): KeyMaterial | null {
  if (detail === null || detail.keyType === null) return null
  return { type: detail.keyType, bits: detail.keyBits, curve: detail.keyCurve }
}

/** What was asked and not told. */
export const untold = ({ kind, name }: ObjectRef) =>
  notRead('not-found', `the policy of ${kind} ${name} does not say what key it has`)
