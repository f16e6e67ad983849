// Asks one vault for the details of one object where they are due, and takes them from memory where they are not.
import type { Azure } from '#lib/azure/azure.ts'
import { observeCertificatePolicy } from '#lib/azure/observe-certificate-policy.ts'
import { observeKeyMaterial } from '#lib/azure/observe-key-material.ts'
import { observeRotationPolicy } from '#lib/azure/observe-rotation-policy.ts'
import { observeVersions } from '#lib/azure/observe-versions.ts'
import type { KeyMaterial, Renewal } from '#lib/domain/object-detail.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { ObjectVersion, VaultObject } from '#lib/domain/vault-object.ts'
import { isSameVersion, type RecalledAbout } from '../memory/recalled-about.ts'
import { askUntilRefused } from './ask-until-refused.ts'
import * as remembered from './remembered-details.ts'

/** What is known of one detail now; `news` is what was read in this run and is to be remembered. */
export type Answer<T> = { observed: Observed<T>; news: T | null }

export const noNews = <T>(observed: Observed<T>): Answer<T> => ({ observed, news: null })

/** What was read, and nothing less, is to be remembered: a failed call leaves memory as it is, and is itself the answer. */
const answered = <T>(observed: Observed<T>): Answer<T> => ({
  observed,
  news: observed.status === 'read' ? observed.value : null,
})

/** The questions about one object each. Without `isDue`, what is remembered is the answer. Never throws for Azure's sake. */
export function askDetails(azure: Azure, vault: Vault) {
  const ask = askUntilRefused()

  return {
    async versions(
      object: VaultObject,
      about: RecalledAbout,
      isDue: boolean,
    ): Promise<Answer<readonly ObjectVersion[]>> {
      if (!isDue) return noNews(remembered.versions(about, object))
      const seen = await ask(`versions of ${object.kind}`, () =>
        observeVersions(azure, vault, object, { cap: remembered.versionCap }),
      )
      // A list that broke off is not remembered, as it would look whole. One that was cut at the cap is as long as it gets.
      if (seen.status === 'not' || (seen.status === 'partly' && seen.reason.code !== 'not-asked')) return noNews(seen)
      return { observed: remembered.cappedVersions(seen.value, object), news: seen.value }
    },

    async rotation(key: VaultObject, { detail }: RecalledAbout, isDue: boolean): Promise<Answer<Renewal>> {
      const known = remembered.renewal(detail)
      if (!isDue && known) return noNews(read(known))
      return answered(await ask('rotation policies', () => observeRotationPolicy(azure, vault, key)))
    },

    async material(key: VaultObject, { detail }: RecalledAbout, isDue: boolean): Promise<Answer<KeyMaterial>> {
      const known = remembered.material(detail)
      if (!isDue && known) return noNews(read(known))
      return answered(await ask('key material', () => observeKeyMaterial(azure, vault, key)))
    },

    /** A certificate's policy answers both questions. */
    async policy(
      certificate: VaultObject,
      about: RecalledAbout,
      isDue: boolean,
    ): Promise<{ renewal: Answer<Renewal>; keyMaterial: Answer<KeyMaterial> }> {
      const renewal = remembered.renewal(about.detail)
      // A policy tells of the next version: what key this one has is not what a policy edited since then says.
      const material = isSameVersion(about, certificate) ? remembered.material(about.detail) : null
      const known = noNews(material ? read(material) : remembered.untold(certificate))
      if (!isDue && renewal) return { renewal: noNews(read(renewal)), keyMaterial: known }
      const seen = await ask('certificate policies', () => observeCertificatePolicy(azure, vault, certificate))
      if (seen.status !== 'read') {
        const failed = noNews<never>({ status: 'not', reason: seen.reason })
        return { renewal: failed, keyMaterial: material ? known : failed }
      }
      const told = material ? null : seen.value.keyMaterial
      return { renewal: answered(read(seen.value.renewal)), keyMaterial: told ? answered(read(told)) : known }
    },
  }
}
