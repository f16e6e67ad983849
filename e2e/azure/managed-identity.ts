// The token endpoint that App Service and Container Apps give their workloads (api-version 2019-08-01), for Kempt's identity.
import { timingSafeEqual } from 'node:crypto'
import { accessTokenClaims, resourceKnown } from './entra/access-token.ts'
import type { Azure, AzureRequest, AzureResponse, Service } from './imitated-service.ts'

/** As long as the platform caches a managed identity's token. */
const lifetimeSeconds = 24 * 3600

/** `identityHeader` is the secret the platform hands to the workload as IDENTITY_HEADER. */
export function createManagedIdentity(identityHeader: string): Service {
  return {
    name: 'managed-identity',
    answersFor: (host, path) => (host === '127.0.0.1' || host === 'localhost') && path === '/msi/token',

    async answer(request, azure) {
      const query = request.url.searchParams
      if (request.method !== 'GET') return refused(405, 'Only GET.')
      if (!isSame(request.headers['x-identity-header'], identityHeader)) {
        return refused(401, 'The X-IDENTITY-HEADER header is missing or wrong.')
      }
      if (query.get('api-version') !== '2019-08-01') return refused(400, 'The api-version is not supported.')
      const resource = query.get('resource')
      if (!resource) return refused(400, 'The resource parameter is missing.')
      if (!resourceKnown(resource)) {
        return refused(400, `AADSTS500011: The resource principal named ${resource} was not found in the tenant.`)
      }
      if (namesAnother(request, azure)) {
        return refused(
          400,
          'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
        )
      }
      const { organization, tokens } = azure
      const identity = organization.kemptIdentity
      const claims = { ...accessTokenClaims(organization, identity, resource, '2'), xms_mirid: identity.resourceId }
      const expiresAtSeconds = Math.floor(Date.now() / 1000) + lifetimeSeconds
      return {
        status: 200,
        headers: { 'cache-control': 'no-store' },
        body: {
          access_token: await tokens.sign(claims, lifetimeSeconds),
          expires_on: String(expiresAtSeconds),
          resource,
          token_type: 'Bearer',
          client_id: identity.applicationId,
        },
      }
    },
  }
}

function namesAnother({ url }: AzureRequest, azure: Azure): boolean {
  const { applicationId, objectId, resourceId } = azure.organization.kemptIdentity
  const named = (parameter: string, own: string) => {
    const value = url.searchParams.get(parameter)
    return value !== null && value.toLowerCase() !== own.toLowerCase()
  }
  return (
    named('client_id', applicationId) ||
    named('principal_id', objectId) ||
    named('object_id', objectId) ||
    named('mi_res_id', resourceId)
  )
}

function isSame(given: string | string[] | undefined, expected: string): boolean {
  const bytes = Buffer.from(String(given))
  const wanted = Buffer.from(expected)
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
}

function refused(statusCode: number, message: string): AzureResponse {
  return { status: statusCode, body: { statusCode, message, correlationId: null } }
}
