// For tests: a connection whose answers are written out by the test, below the real pipeline, policies and clients.
import type { AccessToken, GetTokenOptions } from '@azure/core-auth'
import { createHttpHeaders, type HttpClient, type PipelineRequest, RestError } from '@azure/core-rest-pipeline'
import type { Vault } from '#lib/domain/vault.ts'
import { type Azure, type AzureOptions, connectAzure } from '../azure.ts'

export type Answer = {
  status?: number
  headers?: Record<string, string>
  /** Sent as JSON; a string as it is. */
  body?: unknown
  /** Code of the error the transport fails with instead. */
  error?: string
  /** Never answers. */
  stall?: boolean
}

export type Sent = { method: string; url: URL; headers: Record<string, string>; body: unknown }

/** `nth` counts the requests for the same method and path from 1. */
export type Script = (sent: Sent, nth: number) => Answer

export type TokenAsked = { scopes: string | string[]; tenantId?: string; claims?: string }

export function scriptedAzure(script: Script, options: Partial<AzureOptions> = {}) {
  const sent: Sent[] = []
  const tokens: TokenAsked[] = []
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const one = readRequest(request)
      sent.push(one)
      const nth = sent.filter(({ method, url }) => method === one.method && url.pathname === one.url.pathname).length
      const { status = 200, headers = {}, body, error, stall = false } = script(one, nth)
      if (stall) return new Promise(() => {})
      if (error) throw new RestError(`transport: ${error}`, { code: error, request })
      const bodyAsText = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
      const type = { 'content-type': 'application/json' }
      return { request, status, headers: createHttpHeaders({ ...type, ...headers }), bodyAsText }
    },
  }
  const credential = {
    async getToken(scopes: string | string[], { tenantId, claims }: GetTokenOptions = {}): Promise<AccessToken> {
      tokens.push({ scopes, ...(tenantId ? { tenantId } : {}), ...(claims ? { claims } : {}) })
      return { token: `token-${tokens.length}`, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }
    },
  }
  const azure: Azure = connectAzure({
    cloud: 'public',
    proxyEnvironment: {},
    credential,
    httpClient,
    retry: { random: () => 0, deadlineMs: 100 },
    ...options,
  })
  return { azure, sent, tokens }
}

function readRequest(request: PipelineRequest): Sent {
  const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : undefined
  return { method: request.method, url: new URL(request.url), headers: request.headers.toJSON(), body }
}

const subscriptionId = '11111111-2222-3333-4444-555555555555'

/** A vault of which only what matters to reading it is filled in. */
export const vault: Vault = {
  resourceId: `/subscriptions/${subscriptionId}/resourcegroups/rg-app/providers/microsoft.keyvault/vaults/kv-orders`,
  name: 'kv-orders',
  uri: 'https://kv-orders.vault.azure.net',
  tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
  subscriptionId,
  subscriptionName: 'Halden Production',
  resourceGroup: 'rg-app',
  location: 'westeurope',
  managementGroups: [],
  tags: {},
  resourceGroupTags: {},
  subscriptionTags: {},
  settings: {
    sku: 'standard',
    accessModel: 'rbac',
    publicNetworkAccess: 'enabled',
    firewallDefaultAction: 'allow',
    trustedServicesBypass: true,
    ipRules: [],
    virtualNetworkRules: [],
    purgeProtection: true,
    softDelete: true,
    softDeleteRetentionDays: 90,
    privateEndpoints: [],
    accessPolicies: [],
  },
}

/** A secret as Key Vault lists it. */
export const secretItem = (name: string, more: Record<string, unknown> = {}) => ({
  id: `${vault.uri}/secrets/${name}`,
  attributes: {
    enabled: true,
    created: 1_767_225_600,
    updated: 1_767_312_000,
    recoveryLevel: 'Recoverable',
    recoverableDays: 90,
  },
  ...more,
})

/** A refusal as Key Vault words it. */
export const forbidden = (innererror: string, message = ''): Answer => ({
  status: 403,
  body: { error: { code: 'Forbidden', message, innererror: { code: innererror } } },
})
