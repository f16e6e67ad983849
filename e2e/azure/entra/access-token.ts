// What an application's access token says: the version 1.0 claims that Key Vault, Resource Manager and Log Analytics get.
import type { JWTPayload } from 'jose'
import type { Organization, Principal } from '../organization/organization.ts'

const resources = [
  'https://vault.azure.net',
  'https://management.azure.com',
  'https://management.core.windows.net',
  'https://api.loganalytics.io',
  'https://api.loganalytics.azure.com',
  'https://graph.microsoft.com',
]

/** True for a resource the tenant has a service principal for. */
export function resourceKnown(resource: string): boolean {
  return resources.includes(resource.replace(/\/+$/, ''))
}

/** `appidacr` tells how the application proved itself: "1" with a secret, "2" with a certificate, as managed identities do. */
export function accessTokenClaims(
  { tenantId }: Organization,
  principal: Principal,
  resource: string,
  appidacr: '1' | '2',
): JWTPayload {
  return {
    aud: resource,
    iss: `https://sts.windows.net/${tenantId}/`,
    appid: principal.applicationId,
    appidacr,
    idp: `https://sts.windows.net/${tenantId}/`,
    idtyp: 'app',
    oid: principal.objectId,
    sub: principal.objectId,
    tid: tenantId,
    ver: '1.0',
  }
}
