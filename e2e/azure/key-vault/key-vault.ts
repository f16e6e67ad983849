// Key Vault's data plane, for every vault there is: lists of metadata for Kempt, refusals for everyone else, and a
// violation wherever a value was asked for.
import type { Vault, VaultObject } from '../organization/organization.ts'
import type { Azure, AzureRequest, AzureResponse, Service } from '../imitated-service.ts'
import type { Identity } from '../tokens.ts'
import { claimsOf } from './claims.ts'
import { commonHeaders } from './headers.ts'
import { attributesOf, current, deletedItem, keyBundle, listItem, objectId, rotationPolicy } from './items.ts'
import { type Operation, operationOf, permissionFor } from './operation.ts'
import { type Entry, pageOf, pageSizeOf } from './pages.ts'
import { isPermitted } from './permissions.ts'
import {
  accessDenied,
  badParameter,
  forbiddenByConnection,
  forbiddenByFirewall,
  forbiddenByRbac,
  notFound,
  secretDisabled,
  throttled,
  unauthorized,
} from './refusals.ts'
import { createThrottle, type Throttle } from './throttle.ts'

export type KeyVaultOptions = {
  /** Hands out the canary to whoever asks for a value, so that a leak would really flow. */
  trap?: boolean
  /** Calls per vault in ten seconds of real time, of the lightest kind. */
  limit?: number
  /** Real time, for the throttle. */
  nowMs?: () => number
}

const suffix = '.vault.azure.net'
const apiVersions = ['7.0', '7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '2025-07-01', '2026-04-01']

export function createKeyVault({ trap = false, limit = 4000, nowMs = Date.now }: KeyVaultOptions = {}): Service {
  const throttle = createThrottle({ windowMs: 10_000 })
  return {
    name: 'key-vault',
    answersFor: (host) => host.endsWith(suffix),
    resolves: (host, azure) => vaultBehind(host, azure, azure.clock.now()) !== null,
    violationOf({ method, url: { pathname } }) {
      const { kind } = operationOf(method, pathname)
      return kind === 'value' ? `VALUE-READ ${pathname}` : kind === 'write' ? `WRITE ${pathname}` : null
    },
    async answer(request, azure) {
      const now = azure.clock.now()
      const vault = vaultBehind(request.url.hostname, azure, now)
      if (!vault) throw new Error('a name that does not resolve cannot be asked')
      const operation = operationOf(request.method, request.url.pathname)
      const response = await answerOf(request, azure, {
        now,
        vault,
        operation,
        trap,
        throttle,
        limit,
        nowMs: nowMs() + azure.clock.skippedMs(),
      })
      return { ...response, headers: { ...commonHeaders(request, vault), ...response.headers } }
    },
  }
}

/** Null when no vault has that name now, or its name no longer resolves. */
function vaultBehind(host: string, { organization }: Azure, now: Date): Vault | null {
  const name = host.toLowerCase().slice(0, -suffix.length)
  const vault = organization.estateAt(now).vaults.find((each) => each.name === name)
  return vault && vault.access !== 'name-gone' ? vault : null
}

type Situation = {
  now: Date
  vault: Vault
  operation: Operation
  trap: boolean
  throttle: Throttle
  limit: number
  nowMs: number
}

async function answerOf(request: AzureRequest, azure: Azure, situation: Situation): Promise<AzureResponse> {
  const { now, vault, operation, trap, throttle, limit, nowMs } = situation
  const identity = await azure.tokens.verify(request.headers.authorization, 'https://vault.azure.net')
  if (typeof identity === 'string') return unauthorized(identity, azure.organization.tenantId)
  const objectsNow = () => azure.organization.objectsAt(vault.name, now)
  if (!throttle.admits(claimsOf({ vault, operation, limit, objects: objectsNow }), nowMs)) return throttled()

  const { searchParams } = request.url
  const apiVersion = searchParams.get('api-version')
  if (!apiVersion) return badParameter('The request URI must contain the query parameter api-version.')
  if (!apiVersions.includes(apiVersion)) return badParameter(`The specified version (${apiVersion}) is not recognized.`)
  const pageSize = pageSizeOf(searchParams.get('maxresults'))
  if (pageSize === null) return badParameter("Parameter 'maxresults' failed to meet validation requirement.")

  const refusal = refusalOf(request, azure, vault, identity, operation)
  if (refusal && !(trap && operation.kind === 'value')) return refusal
  const objects = objectsNow()
  const page = (entries: Entry[]): AzureResponse => {
    const { hostname: host, pathname: path } = request.url
    const body = pageOf(entries, { host, path, apiVersion, size: pageSize, token: searchParams.get('$skiptoken') })
    return body ? { status: 200, body } : badParameter('Invalid $skiptoken.')
  }
  return carryOut(operation, { vault, objects, azure, page })
}

/** Only Kempt's own identity was ever let in, not everywhere and to metadata only; nobody was given the right to values. */
function refusalOf(
  { address }: AzureRequest,
  { organization, clock }: Azure,
  vault: Vault,
  identity: Identity,
  operation: Operation,
): AzureResponse | null {
  const asked = { vault, identity, address, ...permissionFor(operation) }
  const isRbac = vault.properties.enableRbacAuthorization === true
  if (vault.access === 'firewall') return forbiddenByFirewall(asked)
  if (vault.access === 'private-only') return forbiddenByConnection(asked)
  if (vault.access === 'no-role') return forbiddenByRbac(asked)
  if (vault.access === 'no-policy') return accessDenied(asked)
  if (operation.kind === 'value' || operation.kind === 'write') return forbiddenByRbac(asked)
  const isLetIn =
    identity.objectId === organization.kemptIdentity.objectId &&
    (operation.kind === 'unknown' ||
      isPermitted(organization.estateAt(clock.now()), vault, identity.objectId, permissionFor(operation)))
  if (isLetIn) return null
  return isRbac ? forbiddenByRbac(asked) : accessDenied(asked)
}

type Contents = { vault: Vault; objects: VaultObject[]; azure: Azure; page: (entries: Entry[]) => AzureResponse }

function carryOut(operation: Operation, { vault, objects, azure, page }: Contents): AzureResponse {
  const living = (kind: VaultObject['kind'], name: string) =>
    objects.find((each) => each.kind === kind && each.name.toLowerCase() === name.toLowerCase() && !each.deletedAt)
  const storage = (object: VaultObject) => `${object.kind}/${object.name.toUpperCase()}`

  switch (operation.kind) {
    case 'list':
      return page(
        objects
          .filter(({ kind, deletedAt }) => kind === operation.of && !deletedAt)
          .map((object) => ({ marker: storage(object), item: () => listItem(vault, object, null) })),
      )
    case 'deleted':
      return page(
        objects
          .filter(({ kind, deletedAt }) => kind === operation.of && deletedAt)
          .map((object) => ({ marker: storage(object), item: () => deletedItem(vault, object) })),
      )
    case 'versions': {
      const object = living(operation.of, operation.name)
      // A name that is not there has no versions: Key Vault answers with an empty list, not with 404.
      return page(
        (object?.versions ?? []).map((version) => ({
          marker: `${operation.of}/${operation.name.toUpperCase()}/${version.id.toUpperCase()}`,
          item: () => (object ? listItem(vault, object, version) : {}),
        })),
      )
    }
    case 'key': {
      const object = living('key', operation.name)
      const version = object && versionOf(object, operation.version)
      return version ? { status: 200, body: keyBundle(vault, object, version) } : notFound('key', operation.name)
    }
    case 'rotation-policy': {
      const object = living('key', operation.name)
      if (!object) return notFound('key', operation.name)
      return { status: 200, body: rotationPolicy(vault, object) }
    }
    case 'certificate-policy': {
      const object = living('certificate', operation.name)
      if (!object) return notFound('certificate', operation.name)
      return { status: 200, body: { id: `${objectId(vault, object)}/policy`, ...object.policy } }
    }
    case 'value':
      return sprungTrap(operation, { vault, object: living(operation.of, operation.name), azure })
    case 'write':
    case 'unknown':
      return badParameter('The request URI or method is not supported.')
  }
}

const versionOf = (object: VaultObject, id: string | null) =>
  id === null ? current(object) : object.versions.find((version) => version.id === id.toLowerCase())

/** Only ever reached in trap mode. */
function sprungTrap(
  operation: Extract<Operation, { kind: 'value' }>,
  { vault, object, azure }: { vault: Vault; object: VaultObject | undefined; azure: Azure },
): AzureResponse {
  const version = object && versionOf(object, operation.version)
  if (!version) return notFound(operation.of, operation.name)
  if (operation.isRead && !version.enabled) return secretDisabled()
  const value = azure.organization.valueOf(vault.name, operation.of, object.name, version.id)
  const id = `${objectId(vault, object)}/${version.id}`
  if (!operation.isRead) return { status: 200, body: { kid: id, value } }
  const { contentType, tags } = version
  return { status: 200, body: { value, contentType, id, attributes: attributesOf(vault, object, version), tags } }
}
