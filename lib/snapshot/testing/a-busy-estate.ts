// An estate small to look at, of which everything that Azure limits is asked more often than Azure takes it.
import { createKeyVault } from '#e2e/azure/key-vault/key-vault.ts'
import { createLogAnalytics } from '#e2e/azure/log-analytics/log-analytics.ts'
import { openStandIn, type StandIn } from '#e2e/azure/open-stand-in.ts'
import { createOrganization } from '#e2e/azure/organization/create-organization.ts'
import type { Organization, VaultObject, Workspace } from '#e2e/azure/organization/organization.ts'
import { createResourceGraph } from '#e2e/azure/resource-graph/resource-graph.ts'
import { createResourceManager } from '#e2e/azure/resource-manager/resource-manager.ts'

export const capturedAt = new Date('2026-11-20T02:15:00Z')
const from = new Date('2026-10-10T00:00:00Z')

/** Whoever opens it closes it. */
export async function aBusyEstate(): Promise<StandIn> {
  const generated = createOrganization({ seed: '3', vaults: 1 })
  const [workspace] = generated.estateAt(capturedAt).workspaces
  if (!workspace) throw new Error('an organization without a workspace')
  const workspaces = Array.from({ length: 18 }, (_, index) => another(workspace, index))

  const add = (name: string, objects: Partial<VaultObject>[], more: object = {}) => {
    const named = objects.map((object, index) => ({ name: `o-${index}`, ...object }))
    generated.amend({ kind: 'vault', from, vault: { name, ...more }, objects: named })
  }
  // One call about each secret, all in one vault.
  add('kv-many', many(2400, { kind: 'secret' }))
  // Two about each key, of the kind that weighs most, and one more to the control plane.
  const material = { kty: 'RSA-HSM', keySize: 4096 } as const
  add('kv-hardware', many(150, { kind: 'key', material }))
  // Three hundred to the control plane alone, in the same subscription.
  add('kv-shut', many(300, { kind: 'key' }), { access: 'firewall' })
  for (const { id, name } of workspaces) {
    const logs = [{ categoryGroup: 'audit', enabled: true }]
    const setting = { name: 'audit', workspaceId: id, storageAccountId: null, logs, destinationType: 'Dedicated' }
    add(`kv-${name}`, [], { diagnosticSettings: [setting] })
  }
  const standIn = await openStandIn({
    organization: withWorkspaces(generated, workspaces),
    // Pages of a few rows each, as rows of several megabytes would make them.
    services: [createKeyVault(), createResourceGraph({ mostRows: 3 }), createResourceManager(), createLogAnalytics()],
  })
  standIn.azure.clock.set(capturedAt)
  for (const [index, { customerId: id }] of workspaces.entries()) {
    const match = { host: 'api.loganalytics.*', path: `/v1/workspaces/${id}/query` }
    // A third of them is slow. The others say nine times that it was too much, and are asked for the halves each time.
    if (index % 3 === 0) standIn.faults.add({ id, match, act: { kind: 'delay', ms: 1000 } })
    else standIn.faults.add({ id, match, times: 9, act: { kind: 'too-large' } })
  }
  return standIn
}

const many = (count: number, object: Partial<VaultObject>) => Array.from({ length: count }, () => object)

function another(workspace: Workspace, index: number): Workspace {
  const place = String(index + 1).padStart(2, '0')
  return {
    ...workspace,
    id: `${workspace.id}-${place}`,
    name: `log-${place}`,
    customerId: `00000000-0000-4000-8000-0000000000${place}`,
  }
}

function withWorkspaces(organization: Organization, more: readonly Workspace[]): Organization {
  return {
    ...organization,
    estateAt(instant) {
      const estate = organization.estateAt(instant)
      return { ...estate, workspaces: [...estate.workspaces, ...more] }
    },
  }
}
