// Sign-in at Entra: where to send the browser, and what comes back for the code it brings.
import { type AuthorizationCodeRequest, ConfidentialClientApplication } from '@azure/msal-node'
import { createRemoteJWKSet } from 'jose'
import type { AppSettings } from '#lib/settings.ts'
import { entraEndpoints } from '#lib/settings/entra-endpoints.ts'
import { type SignedIn, verifyIdToken } from './id-token.ts'
import { challengeOf, type SignInAttempt } from './sign-in-attempt.ts'

const scopes = ['openid', 'profile', 'email']

export const redirectUri = (settings: AppSettings) => `${settings.url}/sign-in/callback`

/** The address of Entra's sign-in page for this attempt. */
export async function authorizeUrl(settings: AppSettings, attempt: SignInAttempt): Promise<string> {
  return client(settings).getAuthCodeUrl({
    scopes,
    redirectUri: redirectUri(settings),
    // `form_post` would come back as a cross-site POST, without our SameSite=Lax cookies.
    responseMode: 'query',
    codeChallenge: challengeOf(attempt.verifier),
    codeChallengeMethod: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
  })
}

/** Exchanges the code and verifies the id token. Throws when Entra refuses, cannot be reached, or answers falsely. */
export async function redeemCode(
  settings: AppSettings,
  attempt: SignInAttempt,
  code: string,
  now: Date,
): Promise<SignedIn> {
  const request: AuthorizationCodeRequest = {
    scopes,
    redirectUri: redirectUri(settings),
    code,
    codeVerifier: attempt.verifier,
    // MSAL reads the nonce here and nowhere else; in the second argument it would be dropped.
    nonce: attempt.nonce,
  }
  const { idToken } = await client(settings).acquireTokenByCode(request)
  const { tenantId, clientId } = settings.entra
  const { issuer, jwksUri } = endpoints(settings)
  return verifyIdToken(idToken, { keys: keysAt(jwksUri), issuer, clientId, tenantId, nonce: attempt.nonce, now })
}

/** Where to send the browser so that Entra's own session ends too. */
export function endSessionUrl(settings: AppSettings): string {
  const url = new URL(endpoints(settings).endSessionEndpoint)
  url.searchParams.set('post_logout_redirect_uri', `${settings.url}/sign-in/signed-out`)
  return url.href
}

const endpoints = (settings: AppSettings) => entraEndpoints({ cloud: settings.cloud, ...settings.entra })

// A new one each time: MSAL keeps every token it receives, and Kempt wants to keep none.
function client(settings: AppSettings): ConfidentialClientApplication {
  const { clientId, clientSecret, authorityMetadata } = settings.entra
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret,
      authority: endpoints(settings).authority,
      ...(authorityMetadata === null ? {} : { authorityMetadata }),
    },
  })
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()

function keysAt(jwksUri: string) {
  const kept = keySets.get(jwksUri) ?? createRemoteJWKSet(new URL(jwksUri))
  keySets.set(jwksUri, kept)
  return kept
}
