// The imitated Microsoft Entra ID: discovery, sign-in pages, tokens. Servers reach it at login.microsoftonline.com over TLS;
// browsers see its two pages over plain http on loopback, where no certificate can frighten them.
import type { Azure, AzureRequest, AzureResponse, Service } from '../imitated-service.ts'
import { authorize } from './authorize.ts'
import { createGrants, type Grants } from './grants.ts'
import { logout } from './logout.ts'
import { instanceDiscovery, openIdConfiguration } from './metadata.ts'
import { refusals, refuse } from './refusal.ts'
import { token } from './token.ts'

const host = 'login.microsoftonline.com'
const pages = /^\/[^/]+\/oauth2\/v2\.0\/(authorize|logout)$/

type Endpoint = (request: AzureRequest, azure: Azure, grants: Grants) => AzureResponse | Promise<AzureResponse>

const endpoints: Record<string, Endpoint> = {
  'GET v2.0/.well-known/openid-configuration': (_request, { organization }) =>
    published(openIdConfiguration(organization.tenantId)),
  'GET discovery/v2.0/keys': (_request, { tokens }) => published(tokens.jwks()),
  'GET oauth2/v2.0/authorize': authorize,
  'POST oauth2/v2.0/authorize': authorize,
  'POST oauth2/v2.0/token': token,
  'GET oauth2/v2.0/logout': logout,
  'POST oauth2/v2.0/logout': logout,
}

/** `nowMs` is real time, by which codes expire. */
export function createEntra({ nowMs = Date.now }: { nowMs?: () => number } = {}): Service {
  const grants = createGrants(nowMs)
  return {
    name: 'entra',
    answersFor: (asked, path) =>
      asked === host || ((asked === '127.0.0.1' || asked === 'localhost') && pages.test(path)),

    answer(request, azure) {
      const { organization } = azure
      const [tenant = '', ...rest] = request.url.pathname.slice(1).split('/')
      if (tenant === 'common' && rest.join('/') === 'discovery/instance')
        return published(instanceDiscovery(organization.tenantId))
      const endpoint = endpoints[`${request.method} ${rest.join('/')}`]
      if (!endpoint) return { status: 404 }
      if (![organization.tenantId, organization.domain].includes(tenant.toLowerCase())) {
        return refuse(
          refusals.tenantNotFound(tenant, rest[0] === 'v2.0' ? 'invalid_tenant' : 'invalid_request'),
          request,
        )
      }
      return endpoint(request, azure, grants)
    },
  }
}

function published(body: unknown): AzureResponse {
  return {
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=86400, private' },
    body,
  }
}
