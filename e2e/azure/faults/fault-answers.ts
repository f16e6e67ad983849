// Azure's own words for the refusals a rule can ask for by name.
// Shapes: Key Vault "REST API error codes", Resource Graph "throttled requests", Log Analytics "API errors".
import type { AzureResponse } from '../imitated-service.ts'
import { isWorkspaceAnswer, type WorkspaceAnswer, workspaceAnswer, workspaceAnswers } from './workspace-answers.ts'

type VaultAnswer = 'firewall' | 'private-only' | 'rbac' | 'policy' | 'expired-token' | 'gone'

export type FaultAnswer = VaultAnswer | WorkspaceAnswer

export const faultAnswers: FaultAnswer[] = [
  'firewall',
  'private-only',
  'rbac',
  'policy',
  'expired-token',
  'gone',
  ...workspaceAnswers,
]

type Asked = { host: string; path: string; address: string; tenantId: string }

/** `real` fetches what the service would have said, for the answers that are a part of it. */
export async function faultAnswer(
  name: FaultAnswer,
  asked: Asked,
  real: () => Promise<AzureResponse>,
): Promise<AzureResponse> {
  if (isWorkspaceAnswer(name)) return workspaceAnswer(name, real)
  const vault = asked.host.split('.')[0] ?? asked.host
  const caller = `Caller: appid=***;oid=***;iss=https://sts.windows.net/${asked.tenantId}/`
  switch (name) {
    case 'firewall':
      return forbidden(
        'ForbiddenByFirewall',
        `Client address is not authorized and caller is not a trusted service.\r\nClient address: ${asked.address}\r\n${caller}\r\nVault: ${vault};location=westeurope`,
      )
    case 'private-only':
      return forbidden(
        'ForbiddenByConnection',
        `Public network access is disabled and request is not from a trusted service nor via an approved private link.\r\n${caller}\r\nVault: ${vault};location=westeurope`,
      )
    case 'rbac':
      return forbidden(
        'ForbiddenByRbac',
        `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\n${caller}\r\nAction: 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: 'DeniedWithNoValidRBAC' \r\nVault: ${vault};location=westeurope\r\n`,
      )
    case 'policy':
      return forbidden(
        'AccessDenied',
        `The user, group or application 'appid=***;oid=***;numgroups=1;iss=https://sts.windows.net/${asked.tenantId}/' does not have secrets list permission on key vault '${vault};location=westeurope'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
      )
    case 'expired-token':
      return {
        status: 401,
        headers: {
          'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/${asked.tenantId}", resource="${resourceOf(asked.host)}", error="invalid_token", error_description="The access token expired"`,
        },
        body: { error: { code: 'Unauthorized', message: 'The access token has expired.' } },
      }
    case 'gone':
      return {
        status: 404,
        body: {
          error: {
            code: 'ResourceNotFound',
            message: `The Resource 'Microsoft.KeyVault/vaults/${vault}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
          },
        },
      }
  }
}

/** What a throttled request hears; the wording, and the headers besides Retry-After, differ by service. */
export function throttledAnswer(host: string, retryAfterSeconds: number | undefined): AzureResponse {
  const headers: Record<string, string> = {}
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds)
  if (host.endsWith('.vault.azure.net')) {
    const message =
      'Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached'
    return { status: 429, headers, body: { error: { code: 'Throttled', message } } }
  }
  if (host === 'management.azure.com') {
    headers['x-ms-user-quota-remaining'] = '0'
    headers['x-ms-user-quota-resets-after'] = `00:00:${String(retryAfterSeconds ?? 5).padStart(2, '0')}`
    const message =
      'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.'
    return {
      status: 429,
      headers,
      body: {
        error: { code: 'RateLimiting', message: 'Too many requests.', details: [{ code: 'RateLimiting', message }] },
      },
    }
  }
  return {
    status: 429,
    headers,
    body: { error: { code: 'ThrottledError', message: 'Too many requests. Try again later.' } },
  }
}

const forbidden = (reason: string, message: string): AzureResponse => ({
  status: 403,
  body: { error: { code: 'Forbidden', message, innererror: { code: reason } } },
})

function resourceOf(host: string): string {
  return host.endsWith('.vault.azure.net') ? 'https://vault.azure.net' : `https://${host}`
}
