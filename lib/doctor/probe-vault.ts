// Every part of one vault, asked for as the job asks, but of single objects only the first: a right covers all of a vault or none.
import type { Azure } from '#lib/azure/azure.ts'
import { observeCertificatePolicy } from '#lib/azure/observe-certificate-policy.ts'
import { observeDeleted } from '#lib/azure/observe-deleted.ts'
import { observeDiagnostics } from '#lib/azure/observe-diagnostics.ts'
import { observeKeyMaterial } from '#lib/azure/observe-key-material.ts'
import { observeObjects } from '#lib/azure/observe-objects.ts'
import { observeRotationPolicy } from '#lib/azure/observe-rotation-policy.ts'
import { observeVersions } from '#lib/azure/observe-versions.ts'
import { type Observed, type Part, read } from '#lib/domain/observed.ts'
import type { DiagnosticSetting, Vault } from '#lib/domain/vault.ts'
import type { VaultObject } from '#lib/domain/vault-object.ts'

export type ProbedVault = {
  vault: Vault
  diagnostics: Observed<readonly DiagnosticSetting[]>
  /** Parts that nothing could be asked about (no key, no policy of one) are left out. */
  parts: ReadonlyMap<Part, Observed<unknown>>
}

/** Never throws for Azure's sake. */
export async function probeVault(azure: Azure, vault: Vault): Promise<ProbedVault> {
  const [secrets, keys, certificates, deleted, diagnostics] = await Promise.all([
    observeObjects(azure, vault, 'secret'),
    observeObjects(azure, vault, 'key'),
    observeObjects(azure, vault, 'certificate'),
    observeDeleted(azure, vault),
    observeDiagnostics(azure, vault),
  ])
  const [secret, key, certificate] = [firstOf(secrets), firstOf(keys), firstOf(certificates)]
  const one = secret ?? key ?? certificate
  const [versions, rotation, policy, material] = await Promise.all([
    one ? observeVersions(azure, vault, one, { cap: 1 }) : null,
    key ? observeRotationPolicy(azure, vault, key) : null,
    certificate ? observeCertificatePolicy(azure, vault, certificate) : null,
    key ? observeKeyMaterial(azure, vault, key) : null,
  ])
  const asked: [Part, Observed<unknown> | null][] = [
    ['secrets', secrets],
    ['keys', keys],
    ['certificates', certificates],
    ['deleted', deleted],
    // A list that was cut at one is as much as was wanted.
    ['versions', versions?.status === 'partly' && versions.reason.code === 'not-asked' ? read(null) : versions],
    ['renewals', [rotation, policy].find((part) => part?.status === 'not') ?? rotation ?? policy],
    ['key-material', material],
    ['diagnostics', diagnostics],
  ]
  return { vault, diagnostics, parts: new Map(asked.flatMap(([part, seen]) => (seen ? [[part, seen]] : []))) }
}

/** The first object that a list from the vault itself holds: one that the control plane lists stays shut to questions. */
const firstOf = (list: Observed<readonly VaultObject[]>): VaultObject | undefined =>
  list.status === 'not' || (list.status === 'partly' && list.missing === 'fields')
    ? undefined
    : list.value.find(({ managed }) => !managed)
