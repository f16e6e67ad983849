// Reads an authorize request. What is wrong with client or address is told on a page; everything else goes back to the application.
import type { Organization } from '../organization/organization.ts'
import { type Refusal, refusals } from './refusal.ts'

export type AuthorizationRequest = {
  clientId: string
  redirectUri: string
  responseMode: 'query' | 'fragment' | 'form_post'
  scope: string
  state: string | null
  nonce: string | null
  challenge: { method: 'S256' | 'plain'; value: string } | null
  prompt: string[]
  loginHint: string | null
  wantsClientInfo: boolean
}

export type ReadAuthorization =
  | { kind: 'good'; request: AuthorizationRequest }
  /** Not to be sent anywhere: the address itself is not trusted. */
  | { kind: 'shown'; refusal: Refusal }
  | {
      kind: 'returned'
      refusal: Refusal
      redirectUri: string
      responseMode: AuthorizationRequest['responseMode']
      state: string | null
    }

export function readAuthorization(parameters: URLSearchParams, organization: Organization): ReadAuthorization {
  const clientId = parameters.get('client_id') ?? ''
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!clientId) return { kind: 'shown', refusal: refusals.parameterMissing('client_id') }
  if (clientId !== organization.kempt.clientId) {
    return { kind: 'shown', refusal: refusals.applicationNotFound(clientId, organization.tenantName) }
  }
  if (!isLoopbackAddress(redirectUri)) return { kind: 'shown', refusal: refusals.replyAddress(redirectUri, clientId) }

  const state = parameters.get('state')
  const mode = parameters.get('response_mode') ?? 'query'
  if (!isResponseMode(mode)) {
    return { kind: 'returned', refusal: refusals.responseMode(mode), redirectUri, responseMode: 'query', state }
  }
  const back = (refusal: Refusal): ReadAuthorization => ({
    kind: 'returned',
    refusal,
    redirectUri,
    responseMode: mode,
    state,
  })

  const type = parameters.get('response_type')
  if (!type) return back(refusals.parameterMissing('response_type', 'request'))
  if (type !== 'code') return back(refusals.responseType(type))
  const scope = parameters.get('scope')
  if (!scope) return back(refusals.parameterMissing('scope', 'request'))

  const challenge = readChallenge(parameters)
  if (challenge !== null && 'code' in challenge) return back(challenge)

  return {
    kind: 'good',
    request: {
      clientId,
      redirectUri,
      responseMode: mode,
      scope,
      state,
      nonce: parameters.get('nonce'),
      challenge,
      prompt: (parameters.get('prompt') ?? '').split(' ').filter(Boolean),
      loginHint: parameters.get('login_hint'),
      wantsClientInfo: parameters.get('client_info') === '1',
    },
  }
}

/** Any path and port on this very machine: that is where a demo's application is. */
export function isLoopbackAddress(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.hash !== '' || url.username !== '') return false
  return ['http:', 'https:'].includes(url.protocol) && ['127.0.0.1', 'localhost'].includes(url.hostname)
}

function isResponseMode(mode: string): mode is AuthorizationRequest['responseMode'] {
  return mode === 'query' || mode === 'fragment' || mode === 'form_post'
}

/** RFC 7636, 4.2: without a method the challenge is the verifier itself. */
function readChallenge(parameters: URLSearchParams): AuthorizationRequest['challenge'] | Refusal {
  const value = parameters.get('code_challenge')
  if (value === null) return null
  const method = parameters.get('code_challenge_method') ?? 'plain'
  if (method !== 'S256' && method !== 'plain') return refusals.challengeMethod()
  if (value.length < 43 || value.length > 128) return refusals.challengeSize()
  return { method, value }
}
