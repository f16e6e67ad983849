// Runs every observer once, as the snapshot would, and prints what was seen as JSON. A program of its own, because trust
// in a certificate authority is read when Node starts; everything else about it comes from its environment too.
import { connectAzure } from '../azure.ts'
import { EstateUnreadable } from '../estate-unreadable.ts'
import type { Observed } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { VaultObject } from '#lib/domain/vault-object.ts'
import { listDeletedVaults } from '../list-deleted-vaults.ts'
import { listEventTopics } from '../list-event-topics.ts'
import { listValueRoles } from '../list-value-roles.ts'
import { listVaults } from '../list-vaults.ts'
import { listWorkspaces } from '../list-workspaces.ts'
import { observeCertificatePolicy } from '../observe-certificate-policy.ts'
import { observeDeleted } from '../observe-deleted.ts'
import { observeDiagnostics } from '../observe-diagnostics.ts'
import { observeKeyMaterial } from '../observe-key-material.ts'
import { observeObjects } from '../observe-objects.ts'
import { observeRotationPolicy } from '../observe-rotation-policy.ts'
import { observeVersions } from '../observe-versions.ts'
import { summarizeAccess } from '../summarize-access.ts'

const { from = '', to = '' } = JSON.parse(process.argv[2] ?? '{}')

const azure = connectAzure({
  cloud: 'public',
  proxyEnvironment: process.env,
  retry: { baseMs: 10, deadlineMs: 10_000 },
})

async function observeEverything() {
  const [{ vaults, unreadable, subscriptionIds, managementGroupIdsOf }, workspaces] = await Promise.all([
    listVaults(azure),
    listWorkspaces(azure),
  ])
  const roles = await listValueRoles(azure, managementGroupIdsOf)
  const topics = await listEventTopics(azure)
  const observed = vaults.map(async (vault) => {
    const [secrets, keys, certificates, deleted, diagnostics] = await Promise.all([
      observeObjects(azure, vault, 'secret'),
      observeObjects(azure, vault, 'key'),
      observeObjects(azure, vault, 'certificate'),
      observeDeleted(azure, vault),
      observeDiagnostics(azure, vault),
    ])
    const [first] = seen(secrets)
    const versions = first ? await observeVersions(azure, vault, first) : null
    return {
      vault,
      secrets,
      keys,
      certificates,
      deleted,
      diagnostics,
      versionsOf: first?.name ?? null,
      versions,
      details: await Promise.all([...seen(keys).slice(0, 3), ...seen(certificates).slice(0, 3)].map(detailsIn(vault))),
      roles: roles.status === 'not' ? roles : { ...roles, value: roles.value(vault) },
      topics: topics.status === 'not' ? topics : { ...topics, value: topics.value(vault) },
    }
  })
  const access = workspaces.map(async (workspace) => ({
    workspace,
    summary: await summarizeAccess(azure, workspace, new Date(from), new Date(to)),
  }))
  return {
    unreadable,
    observed: await Promise.all(observed),
    access: await Promise.all(access),
    deletedVaults: await listDeletedVaults(azure, subscriptionIds),
    meter: azure.meter,
  }
}

const seen = (list: Observed<VaultObject[]>) => (list.status === 'not' ? [] : list.value)

const detailsIn =
  (vault: Vault) =>
  async ({ kind, name }: VaultObject) => {
    const ref = { kind, name }
    if (kind === 'certificate') return { ...ref, policy: await observeCertificatePolicy(azure, vault, ref) }
    const [policy, material] = await Promise.all([
      observeRotationPolicy(azure, vault, ref),
      observeKeyMaterial(azure, vault, ref),
    ])
    return { ...ref, policy, material }
  }

try {
  process.stdout.write(JSON.stringify(await observeEverything()))
} catch (error) {
  if (!(error instanceof EstateUnreadable)) throw error
  process.stdout.write(JSON.stringify({ estateUnreadable: error.reason }))
} finally {
  azure.close()
}
