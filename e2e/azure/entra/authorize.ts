// The authorize endpoint: shows whom one can be, and sends the browser back with a code or with the reason there is none.
import { randomUUID } from 'node:crypto'
import type { Person } from '../organization/organization.ts'
import type { Azure, AzureRequest, AzureResponse } from '../imitated-service.ts'
import { type AuthorizationRequest, readAuthorization } from './authorization-request.ts'
import { clientInfo } from './client-info.ts'
import type { Grants } from './grants.ts'
import { escapeHtml, hiddenFields, showPage } from './page.ts'
import { showPeople } from './people-page.ts'
import { describeRefusal, type Refusal, refusals } from './refusal.ts'
import { forgetSession, rememberSession, sessionOf } from './session-cookie.ts'

type Return = Pick<AuthorizationRequest, 'redirectUri' | 'responseMode' | 'state'>

export function authorize(request: AzureRequest, azure: Azure, grants: Grants): AzureResponse {
  const { organization } = azure
  const parameters = parametersOf(request)
  const choice = parameters.get('choice')
  parameters.delete('choice')

  const read = readAuthorization(parameters, organization)
  if (read.kind === 'shown') return showRefusal(read.refusal, request)
  if (read.kind === 'returned') return sendRefusal(read, read.refusal, request)
  const asked = read.request
  const personOf = (id: string | null) => organization.people.find((person) => person.objectId === id) ?? null
  const hinted = organization.people.find((person) => isHinted(person, asked.loginHint)) ?? null
  const signedIn = personOf(sessionOf(request))

  if (asked.prompt.includes('none')) {
    const silent = signedIn && (asked.loginHint === null || hinted === signedIn)
    return silent ? sendCode(signedIn, asked, azure, grants) : sendRefusal(asked, refusals.noSession(), request)
  }
  if (request.method === 'POST' && choice === 'cancel')
    return sendRefusal(asked, refusals.cancelled(), request, 'cancel')
  const chosen = request.method === 'POST' ? personOf(choice) : null
  if (chosen) return sendCode(chosen, asked, azure, grants)

  // Entra would let a signed-in person straight through. Here the choice is always offered: changing person is the point.
  return showPeople({
    organization,
    action: request.url.pathname,
    parameters,
    redirectUri: asked.redirectUri,
    first: hinted ?? (asked.prompt.includes('select_account') ? null : signedIn),
  })
}

function parametersOf({ method, url, body }: AzureRequest): URLSearchParams {
  return new URLSearchParams(method === 'POST' && body !== '' ? body : url.searchParams)
}

function isHinted({ userPrincipalName, objectId }: Person, hint: string | null): boolean {
  return hint !== null && [userPrincipalName.toLowerCase(), objectId].includes(hint.toLowerCase())
}

function sendCode(person: Person, asked: AuthorizationRequest, azure: Azure, grants: Grants): AzureResponse {
  const sessionId = randomUUID()
  const code = grants.issueCode({
    personId: person.objectId,
    clientId: asked.clientId,
    scope: asked.scope,
    nonce: asked.nonce,
    redirectUri: asked.redirectUri,
    challenge: asked.challenge,
    sessionId,
  })
  const fields: [string, string][] = [['code', code]]
  if (asked.wantsClientInfo) fields.push(['client_info', clientInfo(person, azure.organization.tenantId)])
  if (asked.state !== null) fields.push(['state', asked.state])
  fields.push(['session_state', sessionId])
  return send(asked, fields, rememberSession(person))
}

function sendRefusal(back: Return, refusal: Refusal, request: AzureRequest, subcode?: string): AzureResponse {
  const told = describeRefusal(refusal, request)
  const fields: [string, string][] = [['error', refusal.error]]
  if (subcode) fields.push(['error_subcode', subcode])
  fields.push(['error_description', told.text], ['error_uri', told.uri])
  if (back.state !== null) fields.push(['state', back.state])
  return send(back, fields, refusal.error === 'login_required' ? forgetSession : {})
}

/** Back to the application, in the way it asked for. */
function send(
  { redirectUri, responseMode }: Return,
  fields: [string, string][],
  headers: Record<string, string>,
): AzureResponse {
  if (responseMode === 'form_post') {
    return showPage({
      status: 200,
      title: 'Going back',
      formMayLeadTo: new URL(redirectUri).origin,
      script: 'document.forms[0].submit()',
      headers,
      main: `<h1>Going back to Kempt</h1>
<form method="post" action="${escapeHtml(redirectUri)}">
${hiddenFields(fields)}
<p class="actions"><button class="plain">Continue</button></p>
</form>`,
    })
  }
  const url = new URL(redirectUri)
  if (responseMode === 'fragment') url.hash = new URLSearchParams(fields).toString()
  else for (const [name, value] of fields) url.searchParams.append(name, value)
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store', ...headers } }
}

function showRefusal(refusal: Refusal, request: AzureRequest): AzureResponse {
  const told = describeRefusal(refusal, request)
  return showPage({
    status: refusal.status,
    title: 'Sign in failed',
    main: `<h1>Sorry, but we’re having trouble signing you in</h1>
<p class="lead">AADSTS${refusal.code}: ${escapeHtml(refusal.message)}</p>
<p class="lead"><code>Correlation ID: ${escapeHtml(told.correlation)} · ${told.timestamp}</code></p>`,
  })
}
