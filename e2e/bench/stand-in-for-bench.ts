// The estate that is measured: as large as asked for, and never held back by Key Vault's own limits.
import { createKeyVault } from '../azure/key-vault/key-vault.ts'
import { createLogAnalytics } from '../azure/log-analytics/log-analytics.ts'
import { openStandIn, type StandIn } from '../azure/open-stand-in.ts'
import { createOrganization } from '../azure/organization/create-organization.ts'
import { createResourceGraph } from '../azure/resource-graph/resource-graph.ts'
import { createResourceManager } from '../azure/resource-manager/resource-manager.ts'

export type EstateSize = { vaults: number; objectsPerVault: number }

export const seed = '7'

export async function openStandInForBench({ vaults, objectsPerVault }: EstateSize, at: Date): Promise<StandIn> {
  const standIn = await openStandIn({
    organization: createOrganization({ seed, vaults, objectsPerVault }),
    services: [
      createKeyVault({ limit: Number.POSITIVE_INFINITY }),
      createResourceGraph(),
      createResourceManager(),
      createLogAnalytics(),
    ],
  })
  standIn.azure.clock.set(at)
  return standIn
}
