// How Azure Resource Manager says no.
import type { AzureResponse } from '../imitated-service.ts'
import type { Identity, Refusal } from '../tokens.ts'

const failure = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): AzureResponse => ({
  status,
  headers,
  body: { error: { code, message } },
})

export function unauthorized(refusal: Refusal, tenantId: string): AzureResponse {
  const { code, message } = unauthorizedReasons[refusal]
  const challenge = `Bearer authorization_uri="https://login.windows.net/${tenantId}", error="invalid_token", error_description="${message}"`
  return failure(401, code, message, { 'www-authenticate': challenge })
}

const audiences = [
  'https://management.core.windows.net/',
  'https://management.core.windows.net',
  'https://management.azure.com/',
  'https://management.azure.com',
]

const unauthorizedReasons: Record<Refusal, { code: string; message: string }> = {
  missing: {
    code: 'AuthenticationFailed',
    message: "Authentication failed. The 'Authorization' header is missing or the access token is invalid.",
  },
  malformed: { code: 'InvalidAuthenticationToken', message: 'The access token is invalid.' },
  expired: {
    code: 'ExpiredAuthenticationToken',
    message: 'The access token expiry UTC time is earlier than current UTC time.',
  },
  'wrong-audience': {
    code: 'InvalidAuthenticationTokenAudience',
    message: `The access token has been obtained for wrong audience or resource. It should exactly match with one of the allowed audiences '${audiences.join("','")}'.`,
  },
  'wrong-tenant': {
    code: 'InvalidAuthenticationTokenTenant',
    message: 'The access token is from the wrong issuer. It must match the tenant associated with this subscription.',
  },
}

export function authorizationFailed({ objectId }: Identity, action: string, scope: string): AzureResponse {
  return failure(
    403,
    'AuthorizationFailed',
    `The client '${objectId}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  )
}

export const resourceNotFound = (type: string, name: string, group: string) =>
  failure(
    404,
    'ResourceNotFound',
    `The Resource '${type}/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  )

export const resourceGroupNotFound = (group: string) =>
  failure(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`)

export const subscriptionNotFound = (id: string) =>
  failure(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`)

export const unknownPath = (path: string) =>
  failure(404, 'InvalidResourceType', `The resource type could not be found for the request path '${path}'.`)

export const missingApiVersion = () =>
  failure(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  )

/** What a resource provider answers; the subscriptions themselves word it differently. */
export const unknownApiVersion = (apiVersion: string, type: string, supported: readonly string[]) =>
  type === 'subscriptions'
    ? failure(
        400,
        'InvalidApiVersionParameter',
        `The api-version '${apiVersion}' is invalid. The supported versions are '${supported.join(',')}'.`,
      )
    : failure(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for location 'global' and API version '${apiVersion}' for type '${type}'. The supported api-versions are '${supported.join(', ')}'.`,
      )

export const badRequest = (message: string) => failure(400, 'BadRequest', message)

export const tooManyRequests = (retryAfterSeconds: number) =>
  failure(
    429,
    'SubscriptionRequestsThrottled',
    `Number of 'read' requests for the subscription exceeded the limit. Please try again after '${retryAfterSeconds}' seconds.`,
    { 'retry-after': String(retryAfterSeconds) },
  )
