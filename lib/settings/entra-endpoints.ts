import { z } from 'zod'
import type { AppSettings } from '../settings.ts'

/** The parts of Entra's OpenID configuration that sign-in needs. */
export type EntraEndpoints = {
  authority: string
  issuer: string
  jwksUri: string
  endSessionEndpoint: string
}

const loginHosts: Record<AppSettings['cloud'], string> = {
  public: 'login.microsoftonline.com',
  'us-government': 'login.microsoftonline.us',
  china: 'login.partner.microsoftonline.cn',
}

const metadataSchema = z.object({
  issuer: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url(),
})

/**
 * Where Entra is for one tenant. The addresses are fixed per cloud, and the tenant is always named, since a token of
 * `common` could come from anybody's tenant. `authorityMetadata` (JSON, an OpenID configuration) replaces all but the authority.
 */
export function entraEndpoints(from: {
  cloud: AppSettings['cloud']
  tenantId: string
  authorityMetadata: string | null
}): EntraEndpoints {
  const authority = `https://${loginHosts[from.cloud]}/${from.tenantId}`
  if (from.authorityMetadata === null) {
    return {
      authority,
      issuer: `${authority}/v2.0`,
      jwksUri: `${authority}/discovery/v2.0/keys`,
      endSessionEndpoint: `${authority}/oauth2/v2.0/logout`,
    }
  }
  const metadata = metadataSchema.parse(JSON.parse(from.authorityMetadata))
  return {
    authority,
    issuer: metadata.issuer,
    jwksUri: metadata.jwks_uri,
    endSessionEndpoint: metadata.end_session_endpoint,
  }
}
