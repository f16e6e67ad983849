// The whole imitated Azure, in this process: an organization from a seed and every service Kempt talks to.
import { createKeyVault } from './key-vault/key-vault.ts'
import { createLogAnalytics } from './log-analytics/log-analytics.ts'
import { openStandIn, type StandIn } from './open-stand-in.ts'
import { createOrganization } from './organization/create-organization.ts'
import { createResourceGraph } from './resource-graph/resource-graph.ts'
import { createResourceManager } from './resource-manager/resource-manager.ts'

export type StartOptions = {
  /** 0, or nothing, takes any free port. */
  port?: number
  seed: number
  vaults: number
  /** Keeps keys and secrets over a restart. */
  stateFolder?: string
  /** Answers whoever asks for a value, so that a leak would really flow; without it the stand-in refuses, as Azure does. */
  trap?: boolean
}

export function startStandIn({ seed, vaults, trap = false, ...options }: StartOptions): Promise<StandIn> {
  return openStandIn({
    ...options,
    seed,
    organization: createOrganization({ seed: String(seed), vaults }),
    // Resource Graph first: its paths lie below the same host as Resource Manager's.
    services: [createKeyVault({ trap }), createResourceGraph(), createResourceManager(), createLogAnalytics()],
  })
}
