// The token endpoint: authorization code with PKCE, refresh token, client credentials.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Azure, AzureRequest, AzureResponse } from '../imitated-service.ts'
import { accessTokenClaims, resourceKnown } from './access-token.ts'
import { clientInfo } from './client-info.ts'
import type { Grant, Grants } from './grants.ts'
import { idTokenClaims } from './id-token.ts'
import { type Refusal, refusals, refuse } from './refusal.ts'

const graph = 'https://graph.microsoft.com'
const userTokenSeconds = 3900
const applicationTokenSeconds = 3600

export async function token(request: AzureRequest, azure: Azure, grants: Grants): Promise<AzureResponse> {
  const form = new URLSearchParams(request.body)
  const answer = await grantAsked(form, azure, grants)
  return 'code' in answer
    ? refuse(answer, request)
    : { ...answer, headers: { 'cache-control': 'no-store', pragma: 'no-cache' } }
}

async function grantAsked(form: URLSearchParams, azure: Azure, grants: Grants): Promise<AzureResponse | Refusal> {
  for (const name of ['grant_type', 'client_id']) if (!form.get(name)) return refusals.parameterMissing(name)
  const refusedClient = checkClient(form, azure)
  if (refusedClient) return refusedClient

  switch (form.get('grant_type')) {
    case 'authorization_code': {
      const grant = redeem(form, grants)
      return 'code' in grant ? grant : userTokens(grant, grant.scope, form, azure, grants)
    }
    case 'refresh_token': {
      const grant = grants.findRefreshToken(form.get('refresh_token') ?? '')
      if (grant === 'expired') return refusals.grantExpired()
      if (grant === 'unknown' || grant.clientId !== form.get('client_id')) return refusals.grantMalformed()
      return userTokens({ ...grant, nonce: null }, form.get('scope') ?? grant.scope, form, azure, grants)
    }
    case 'client_credentials':
      return applicationToken(form, azure)
    default:
      return refusals.grantType(form.get('grant_type') ?? '')
  }
}

function checkClient(form: URLSearchParams, { organization }: Azure): Refusal | null {
  const clientId = form.get('client_id') ?? ''
  const { kempt, kemptIdentity } = organization
  const secrets = new Map([
    [kempt.clientId, kempt.clientSecret],
    [kemptIdentity.applicationId, kemptIdentity.secret],
  ])
  const expected = secrets.get(clientId)
  if (expected === undefined) return refusals.applicationNotFound(clientId, organization.tenantName)
  const given = form.get('client_secret')
  if (!given) return refusals.secretMissing()
  return isSame(given, expected) ? null : refusals.secretWrong(clientId)
}

/** The grant behind a code. Whoever shows the code with the wrong verifier or address has spent it, as at Entra. */
function redeem(form: URLSearchParams, grants: Grants): Grant | Refusal {
  const grant = grants.redeemCode(form.get('code') ?? '')
  if (grant === 'redeemed') return refusals.codeRedeemed()
  if (grant === 'expired') return refusals.grantExpired()
  if (grant === 'unknown' || grant.clientId !== form.get('client_id')) return refusals.grantMalformed()
  const redirectUri = form.get('redirect_uri') ?? ''
  if (redirectUri !== grant.redirectUri) return refusals.replyAddressDiffers(redirectUri, grant.redirectUri)
  if (grant.challenge) {
    const verifier = form.get('code_verifier') ?? ''
    const { method, value } = grant.challenge
    const shown = method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier
    if (!isSame(shown, value)) return refusals.verifier()
  }
  return grant
}

async function userTokens(
  grant: Grant,
  scope: string,
  form: URLSearchParams,
  { organization, tokens }: Azure,
  grants: Grants,
): Promise<AzureResponse | Refusal> {
  const person = organization.people.find(({ objectId }) => objectId === grant.personId)
  if (!person) return refusals.grantMalformed()
  const scopes = scope.split(/\s+/)
  const access = {
    ...idTokenClaims(person, grant, organization),
    aud: graph,
    appid: grant.clientId,
    scp: 'openid profile email',
  }
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope,
      expires_in: userTokenSeconds,
      ext_expires_in: userTokenSeconds,
      access_token: await tokens.sign(access, userTokenSeconds),
      ...(scopes.includes('offline_access') && { refresh_token: grants.issueRefreshToken(grant) }),
      ...(scopes.includes('openid') && {
        id_token: await tokens.sign(idTokenClaims(person, grant, organization), userTokenSeconds),
      }),
      ...(form.get('client_info') === '1' && { client_info: clientInfo(person, organization.tenantId) }),
    },
  }
}

async function applicationToken(
  form: URLSearchParams,
  { organization, tokens }: Azure,
): Promise<AzureResponse | Refusal> {
  const { kempt, kemptIdentity, tenantName } = organization
  const clientId = form.get('client_id') ?? ''
  // Any application may have a token for itself, by its own id: it proves the secret, and opens nothing.
  if (clientId === kempt.clientId && form.get('scope') === `${clientId}/.default`)
    return tokenForItself(clientId, organization.tenantId, tokens)
  if (clientId !== kemptIdentity.applicationId) return refusals.noServicePrincipal(clientId)
  const scope = form.get('scope') ?? ''
  if (!scope.endsWith('/.default')) return refusals.scope(scope)
  const resource = scope.slice(0, -'/.default'.length)
  if (!resourceKnown(resource)) return refusals.resource(resource, tenantName)
  const claims = accessTokenClaims(organization, kemptIdentity, resource, '1')
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: applicationTokenSeconds,
      ext_expires_in: applicationTokenSeconds,
      access_token: await tokens.sign(claims, applicationTokenSeconds),
    },
  }
}

async function tokenForItself(clientId: string, tenantId: string, tokens: Azure['tokens']): Promise<AzureResponse> {
  const issuer = `https://sts.windows.net/${tenantId}/`
  const claims = { aud: clientId, iss: issuer, appid: clientId, appidacr: '1', idtyp: 'app', tid: tenantId, ver: '1.0' }
  const seconds = applicationTokenSeconds
  const access_token = await tokens.sign(claims, seconds)
  return { status: 200, body: { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token } }
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
