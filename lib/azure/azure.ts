// The one connection to Azure that every observer is given: signing in, connections kept open, retries, counters.
import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import type { TokenCredential } from '@azure/core-auth'
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type Pipeline,
} from '@azure/core-rest-pipeline'
import { LogsQueryClient } from '@azure/monitor-query-logs'
import type { OwnIdentity } from './access-summary-query.ts'
import { answerOf, type Meter } from './careful-policy.ts'
import { type Cloud, type CloudName, clouds } from './cloud.ts'
import { defaultCredential, singleFlight } from './credential.ts'
import { armTurns, logsTurns, vaultTurns } from './limits.ts'
import { readOwnIdentity } from './own-identity.ts'
import { emptyWorkspacePolicy } from './wire/empty-workspace-policy.ts'
import { KeepAliveAgent, type ProxyEnvironment } from './wire/keep-alive-agent.ts'
import { controlPlaneLists, vaultLists, workspaceQueries } from './wire/metadata-only-policy.ts'
import { openPipeline } from './wire/open-pipeline.ts'
import type { RetrySettings } from './wire/retry-plan.ts'

export type AzureOptions = {
  cloud: CloudName
  /** Where HTTPS_PROXY and NO_PROXY are looked up; `{}` for no proxy. */
  proxyEnvironment: ProxyEnvironment
  credential?: TokenCredential
  /** Look only below these management groups, or only at these subscriptions; not both. */
  managementGroups?: readonly string[]
  subscriptions?: readonly string[]
  retry?: Partial<RetrySettings>
  httpClient?: HttpClient
}

export type Azure = {
  cloud: Cloud
  managementGroups: readonly string[]
  subscriptions: readonly string[]
  meter: Readonly<Meter>
  /** GETs one page of a vault's metadata with a token of the vault's tenant. Throws AzureFailure. */
  getFromVault(tenantId: string, url: string): Promise<unknown>
  /** GETs from the control plane. Throws AzureFailure. */
  getFromArm(url: string): Promise<unknown>
  /** Who Kempt is in the logs of Azure; null when its token does not say. Throws AzureFailure when there is no token. */
  ownIdentity(): Promise<OwnIdentity | null>
  resourceGraph: ResourceGraphClient
  logs: LogsQueryClient
  close(): void
}

const dataRetry: RetrySettings = {
  baseMs: 1000,
  tries: 5,
  timeoutTries: 3,
  deadlineMs: 30_000,
  overallMs: 150_000,
  random: Math.random,
}

/** A summary may run for the three minutes Log Analytics allows by default; asking less at a time helps more than asking again. */
const logsRetry: RetrySettings = { ...dataRetry, timeoutTries: 1, deadlineMs: 200_000, overallMs: 600_000 }

/** Opens a connection; nothing is sent until an observer asks. Whoever opens it closes it. */
export function connectAzure(options: AzureOptions): Azure {
  const { retry = {}, managementGroups = [], subscriptions = [] } = options
  const cloud = clouds[options.cloud]
  if (managementGroups.length > 0 && subscriptions.length > 0)
    throw new Error('Name management groups or subscriptions, not both: Resource Graph takes one kind of scope.')

  const agent = new KeepAliveAgent(options.proxyEnvironment)
  const httpClient = options.httpClient ?? createDefaultHttpClient()
  const { baseMs, deadlineMs, random } = { ...dataRetry, ...retry }
  // Shorter than the deadline of the calls that wait for it.
  const signIn = { baseMs, deadlineMs: 0.8 * deadlineMs, random }
  const credential = singleFlight(options.credential ?? defaultCredential(cloud), signIn)
  const meter: Meter = { requests: 0, retries: 0, throttled: 0 }
  const common = { agent, credential, meter }

  const arm = openPipeline({
    ...common,
    scope: cloud.armScope,
    isHost: (host) => host === new URL(cloud.armOrigin).hostname,
    allowed: controlPlaneLists,
    retry: { ...dataRetry, ...retry },
    inTurn: armTurns(),
  })
  const logs = openPipeline({
    ...common,
    scope: cloud.logsScope,
    isHost: (host) => host === new URL(cloud.logsOrigin).hostname,
    allowed: workspaceQueries,
    retry: { ...logsRetry, ...retry },
    inTurn: logsTurns(),
  })
  logs.addPolicy(emptyWorkspacePolicy)

  const inTurn = vaultTurns()
  const vaultsOfTenant = new Map<string, Pipeline>()
  const vaultPipeline = (tenantId: string): Pipeline => {
    const known = vaultsOfTenant.get(tenantId)
    if (known) return known
    const opened = openPipeline({
      ...common,
      tenantId,
      scope: cloud.vaultScope,
      isHost: (host) => host.endsWith(cloud.vaultSuffix),
      allowed: vaultLists,
      retry: { ...dataRetry, ...retry },
      inTurn,
    })
    vaultsOfTenant.set(tenantId, opened)
    return opened
  }

  const get = async (pipeline: Pipeline, url: string) => {
    const headers = createHttpHeaders({ accept: 'application/json' })
    return answerOf(await pipeline.sendRequest(httpClient, createPipelineRequest({ url, method: 'GET', headers })))
  }

  return {
    cloud,
    managementGroups,
    subscriptions,
    meter,
    getFromVault: (tenantId, url) => get(vaultPipeline(tenantId), url),
    getFromArm: (url) => get(arm, url),
    ownIdentity: () => readOwnIdentity(credential, cloud.armScope),
    resourceGraph: new ResourceGraphClient(credential, { endpoint: cloud.armOrigin, pipeline: arm, httpClient }),
    logs: new LogsQueryClient(credential, { endpoint: `${cloud.logsOrigin}/v1`, pipeline: logs, httpClient }),
    close: () => agent.destroy(),
  }
}
