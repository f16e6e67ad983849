// Azure Resource Manager, as far as Kempt reads it: subscriptions, vaults and their diagnostic settings, deleted vaults,
// and the control plane's own lists of secrets and keys, which a vault's firewall does not stop.
import type { Vault } from '../organization/organization.ts'
import type { Azure, AzureRequest, AzureResponse, Service } from '../imitated-service.ts'
import type { Identity, Refusal } from '../tokens.ts'
import { apiVersionsFor } from './api-versions.ts'
import {
  deletedVaultItem,
  diagnosticSettingItem,
  keyItem,
  secretItem,
  subscriptionItem,
  vaultItem,
  workspaceItem,
} from './items.ts'
import { pageOf } from './pages.ts'
import { isPermitted, subscriptionsSeenBy } from './permitted.ts'
import { createReadBuckets, type ReadBuckets } from './read-buckets.ts'
import {
  authorizationFailed,
  badRequest,
  missingApiVersion,
  resourceGroupNotFound,
  resourceNotFound,
  subscriptionNotFound,
  tooManyRequests,
  unauthorized,
  unknownApiVersion,
  unknownPath,
} from './refusals.ts'
import { actionOf, type Target, targetOf } from './target.ts'

export type ResourceManagerOptions = { pageSize?: number; nowMs?: () => number }

/** `nowMs` is real time, for the throttle. */
export function createResourceManager({ pageSize = 25, nowMs = Date.now }: ResourceManagerOptions = {}): Service {
  const buckets = createReadBuckets({ size: 250, perSecond: 25 })
  return {
    name: 'resource-manager',
    answersFor: (host, path) =>
      host === 'management.azure.com' && !/^\/+providers\/microsoft\.resourcegraph\//i.test(path),
    violationOf: ({ method, url }) => (isWrite(method) ? `WRITE ${method} ${url.pathname}` : null),
    async answer(request, azure) {
      const identity = await identityOf(request, azure)
      if (typeof identity === 'string') return unauthorized(identity, azure.organization.tenantId)
      if (isWrite(request.method)) return refusedWrite(request, identity)
      const target = targetOf(request.url.pathname)
      if (!target || request.method !== 'GET') return unknownPath(request.url.pathname)

      const answer = answerOf(request, azure, {
        target,
        identity,
        buckets,
        pageSize,
        nowMs: nowMs() + azure.clock.skippedMs(),
      })
      const clientRequestId = request.headers['x-ms-client-request-id']
      const echo = typeof clientRequestId === 'string' ? { 'x-ms-client-request-id': clientRequestId } : {}
      return { ...answer, headers: { ...commonHeaders, ...echo, ...answer.headers } }
    },
  }
}

const commonHeaders = {
  'cache-control': 'no-cache',
  pragma: 'no-cache',
  'content-type': 'application/json; charset=utf-8',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}

/** Both names of the audience are good: older tools ask for the one with `core.windows.net`. */
async function identityOf({ headers }: AzureRequest, { tokens }: Azure): Promise<Identity | Refusal> {
  const identity = await tokens.verify(headers.authorization, 'https://management.azure.com')
  return identity === 'wrong-audience'
    ? tokens.verify(headers.authorization, 'https://management.core.windows.net')
    : identity
}

/** What a reader never does. */
const isWrite = (method: string) => ['PUT', 'PATCH', 'DELETE'].includes(method)

/** For want of a role. */
function refusedWrite({ url }: AzureRequest, identity: Identity): AzureResponse {
  const refusal = authorizationFailed(identity, 'Microsoft.KeyVault/vaults/write', url.pathname)
  return { ...refusal, headers: commonHeaders }
}

type Situation = { target: Target; identity: Identity; buckets: ReadBuckets; pageSize: number; nowMs: number }

function answerOf(
  request: AzureRequest,
  azure: Azure,
  { target, identity, buckets, pageSize, nowMs }: Situation,
): AzureResponse {
  const subscriptionId = 'subscriptionId' in target ? target.subscriptionId.toLowerCase() : 'tenant'
  const taken = buckets.take(`${subscriptionId} ${identity.objectId}`, nowMs)
  if ('retryAfterSeconds' in taken) return tooManyRequests(taken.retryAfterSeconds)
  const quota =
    subscriptionId === 'tenant'
      ? 'x-ms-ratelimit-remaining-tenant-reads'
      : 'x-ms-ratelimit-remaining-subscription-reads'

  const answer = refusalOf(request, azure, target, identity) ?? carryOut(request, azure, { target, identity, pageSize })
  return { ...answer, headers: { [quota]: String(taken.remaining), ...answer.headers } }
}

function refusalOf({ url }: AzureRequest, azure: Azure, target: Target, identity: Identity): AzureResponse | null {
  const apiVersion = url.searchParams.get('api-version')
  if (!apiVersion) return missingApiVersion()
  const { type, supported } = apiVersionsFor(target)
  if (!supported.includes(apiVersion.toLowerCase())) return unknownApiVersion(apiVersion, type, supported)
  return isPermitted(azure, identity, target, url.pathname)
    ? null
    : authorizationFailed(identity, actionOf(target), url.pathname)
}

function carryOut(
  { url }: AzureRequest,
  azure: Azure,
  { target, identity, pageSize }: { target: Target; identity: Identity; pageSize: number },
): AzureResponse {
  const { organization, clock } = azure
  const now = clock.now()
  const estate = organization.estateAt(now)
  const paged = <Resource>(resources: readonly Resource[], size = pageSize): AzureResponse => {
    const body = pageOf(resources, url, size)
    return body ? { status: 200, body } : badRequest('The $skiptoken is invalid.')
  }
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

  if (target.kind === 'subscriptions') {
    const value = subscriptionsSeenBy(azure, identity).map((each) => subscriptionItem(each, organization.tenantId))
    return { status: 200, body: { value, count: { type: 'Total', value: value.length } } }
  }

  const inSubscription = (each: { subscriptionId: string }) => same(each.subscriptionId, target.subscriptionId)
  if (!estate.subscriptions.some(({ id }) => same(id, target.subscriptionId)))
    return subscriptionNotFound(target.subscriptionId)
  if (target.kind === 'vaults') return paged(estate.vaults.filter(inSubscription).map(vaultItem), 100)
  if (target.kind === 'deleted-vaults')
    return paged((estate.deletedVaults ?? []).filter(inSubscription).map(deletedVaultItem))

  if (target.kind === 'workspace') {
    const workspace = estate.workspaces.find((each) => inSubscription(each) && same(each.name, target.workspace))
    return workspace
      ? { status: 200, body: workspaceItem(workspace) }
      : resourceNotFound('Microsoft.OperationalInsights/workspaces', target.workspace, target.group)
  }
  const vault = estate.vaults.find(
    (each) => inSubscription(each) && same(each.name, target.vault) && same(each.resourceGroup, target.group),
  )
  if (!vault) {
    const isKnownGroup = estate.resourceGroups.some((each) => inSubscription(each) && same(each.name, target.group))
    return isKnownGroup
      ? resourceNotFound('Microsoft.KeyVault/vaults', target.vault, target.group)
      : resourceGroupNotFound(target.group)
  }
  return answerForVault(target, vault, { azure, now, identity, paged })
}

function answerForVault(
  target: Extract<Target, { vault: string }>,
  vault: Vault,
  {
    azure,
    now,
    identity,
    paged,
  }: {
    azure: Azure
    now: Date
    identity: Identity
    paged: <Resource>(resources: readonly Resource[]) => AzureResponse
  },
): AzureResponse {
  if (target.kind === 'vault') return { status: 200, body: vaultItem(vault) }
  if (target.kind === 'diagnostic-settings') {
    if (vault.diagnosticsAccess === 'denied') return authorizationFailed(identity, actionOf(target), vault.id)
    return { status: 200, body: { value: vault.diagnosticSettings.map((each) => diagnosticSettingItem(vault, each)) } }
  }
  const objects = azure.organization
    .objectsAt(vault.name, now)
    .filter(({ kind, deletedAt }) => kind === target.of && !deletedAt)
    .sort((a, b) => (a.name.toUpperCase() < b.name.toUpperCase() ? -1 : 1))
  const item = (isSingle: boolean) => (object: (typeof objects)[number]) =>
    target.of === 'secret' ? secretItem(vault, object) : keyItem(vault, object, isSingle)
  if (target.name === null) return paged(objects.map(item(false)))

  const wanted = target.name.toLowerCase()
  const object = objects.find(({ name }) => name.toLowerCase() === wanted)
  return object
    ? { status: 200, body: item(true)(object) }
    : resourceNotFound(`Microsoft.KeyVault/vaults/${target.of}s`, target.name, target.group)
}
