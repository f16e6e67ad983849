import type { Evidence, PerObject } from '#lib/domain/evidence.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import { objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import { aDiagnosticSetting } from './a-diagnostic-setting.ts'
import { aVault } from './a-vault.ts'
import { aVersion } from './a-version.ts'
import { anAccessLog } from './an-access-log.ts'
import { daysAgo } from './now.ts'

/**
 * An empty vault, wholly read, with which nothing is wrong, except what is said. Of the objects that are said, the details
 * were read too, and nothing is wrong with them either.
 */
export const someEvidence = (said: Partial<Evidence> = {}): Evidence => {
  const objects = [said.secrets, said.keys, said.certificates].flatMap((list) =>
    list && list.status !== 'not' ? list.value : [],
  )
  const ofEach = <T>(detail: (object: VaultObject) => T): Observed<PerObject<T>> =>
    read(new Map(objects.map((object) => [objectKey(object), read(detail(object))])))
  return {
    vault: aVault(),
    secrets: read([]),
    keys: read([]),
    certificates: read([]),
    versions: ofEach((object) => [aVersion({ createdAt: object.createdAt })]),
    renewals: ofEach(({ kind }) => ({
      automatic: true,
      trigger: 'P30D before expiry',
      issuer: kind === 'certificate' ? 'Self' : null,
    })),
    keyMaterial: ofEach(() => ({ type: 'RSA', bits: 3072, curve: null })),
    history: ofEach(({ createdAt, expiresAt }) => ({ seenFirstAt: createdAt, earliestExpiresAt: expiresAt })),
    diagnostics: read([aDiagnosticSetting()]),
    valueRoles: read([]),
    eventTopics: read([{ id: '/subscriptions/s/…/topic', name: 'topic' }]),
    accessLog: read(anAccessLog()),
    ownCalls: read({ madeAt: daysAgo(3) }),
    ...said,
  }
}
