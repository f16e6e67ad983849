// A provider of another author, certified by the OpenID Foundation, under the paths and with the claims of Entra's second version.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import { keptInMemory } from './kept-in-memory.ts'

export type Registration = {
  tenantId: string
  clientId: string
  clientSecret: string
  redirectUris: string[]
}

/** What the id token says of whoever signs in, besides what the protocol itself asks for. */
export type Claims = Record<string, unknown> & { oid: string }

/** `whoSignsIn` is asked at every sign-in. PKCE is demanded of every client. */
export async function certifiedProvider(registration: Registration, whoSignsIn: () => Claims) {
  const { tenantId, clientId, clientSecret, redirectUris } = registration
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const signingKey = { ...(await exportJWK(privateKey)), kid: 'certified', alg: 'RS256', use: 'sig' }
  const of = (path: string) => `/${tenantId}${path}`

  const provider = new Provider(`https://login.microsoftonline.com/${tenantId}/v2.0`, {
    adapter: keptInMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'client_secret_post',
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [signingKey] },
    cookies: { keys: ['a key for cookies of the test'] },
    routes: {
      authorization: of('/oauth2/v2.0/authorize'),
      token: of('/oauth2/v2.0/token'),
      jwks: of('/discovery/v2.0/keys'),
    },
    pkce: { required: () => true },
    // Entra puts all of it into the id token, and not behind a request of its own.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'tid', 'oid', 'roles', 'groups'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: `pairwise-${accountId}`, tid: tenantId, ...whoSignsIn() }),
    }),
    // An administrator has consented for everybody.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })

  const answer = provider.callback()
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    // The page on which somebody would say who they are.
    provider
      .interactionFinished(request, response, { login: { accountId: whoSignsIn().oid } })
      .catch((error) => response.writeHead(500).end(String(error)))
  }
}
