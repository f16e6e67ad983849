// A stand-in Azure of its own: the people of the demo's organization, and only the vaults that a story puts there.
import { createKeyVault } from '../../azure/key-vault/key-vault.ts'
import { createLogAnalytics } from '../../azure/log-analytics/log-analytics.ts'
import { openStandIn, type StandIn } from '../../azure/open-stand-in.ts'
import { createOrganization } from '../../azure/organization/create-organization.ts'
import { createResourceGraph } from '../../azure/resource-graph/resource-graph.ts'
import { createResourceManager } from '../../azure/resource-manager/resource-manager.ts'

export function openOddAzure(size: { vaults: number; objectsPerVault: number }): Promise<StandIn> {
  return openStandIn({
    organization: createOrganization({ seed: '7', ...size }),
    services: [
      // Ten thousand vaults are an estate to look at here, and no lesson about throttling.
      createKeyVault({ limit: Number.POSITIVE_INFINITY }),
      createResourceGraph(),
      createResourceManager(),
      createLogAnalytics(),
    ],
  })
}
