// A browser and an application in front of the imitated Entra, for its tests.
import { createHash } from 'node:crypto'
import { createClock } from '../clock.ts'
import { createJournal } from '../journal.ts'
import type { Azure, AzureResponse } from '../imitated-service.ts'
import { smallOrganization } from '../small-organization.ts'
import { createTokens } from '../tokens.ts'
import { createEntra } from './entra.ts'

export const organization = smallOrganization()
const { tenantId, kempt } = organization

export const tokens = await createTokens(tenantId)
export const redirectUri = 'http://127.0.0.1:3000/sign-in/callback'
export const verifier = 'a-verifier-of-at-least-forty-three-characters-0123456789'
export const authorizePath = `/${tenantId}/oauth2/v2.0/authorize`
export const tokenPath = `/${tenantId}/oauth2/v2.0/token`

export type Fields = Record<string, string | undefined>

export const asked: Fields = {
  client_id: kempt.clientId,
  response_type: 'code',
  redirect_uri: redirectUri,
  scope: 'openid profile offline_access',
  state: 'state-1',
  nonce: 'nonce-1',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
  client_info: '1',
}

/** A fresh Entra. `time.nowMs` may be moved. */
export function createVisitor() {
  const time = { nowMs: 1_800_000_000_000 }
  const entra = createEntra({ nowMs: () => time.nowMs })
  const origin = 'http://127.0.0.1:7680'
  const azure: Azure = { clock: createClock(), journal: createJournal(), tokens, organization, origin }

  async function send(method: string, path: string, fields: Fields = {}, headers: Record<string, string> = {}) {
    const url = new URL(`https://login.microsoftonline.com${path}`)
    if (method === 'GET') for (const [key, value] of encoded(fields)) url.searchParams.set(key, value)
    const body = method === 'POST' ? encoded(fields).toString() : ''
    return entra.answer({ method, url, headers, body, address: '127.0.0.1' }, azure)
  }
  const pick = (choice: string, fields: Fields = {}) => send('POST', authorizePath, { ...asked, ...fields, choice })

  return {
    time,
    entra,
    send,
    /** Presses a person's button. */
    pick,
    async codeFor(personId: string): Promise<string> {
      return backAt(await pick(personId)).code ?? ''
    },
    redeem(code: string, fields: Fields = {}) {
      return send('POST', tokenPath, {
        grant_type: 'authorization_code',
        client_id: kempt.clientId,
        client_secret: kempt.clientSecret,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        client_info: '1',
        code,
        ...fields,
      })
    },
  }
}

function encoded(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** What the application reads from the address it is sent back to; throws when that is not its own. */
export function backAt({ status, headers }: AzureResponse): Record<string, string> {
  const url = new URL(String(headers?.location))
  if (status !== 302 || url.origin + url.pathname !== redirectUri) throw new Error(`sent to ${url.href} with ${status}`)
  return Object.fromEntries(url.searchParams)
}

export function textOf({ body }: AzureResponse): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

export function bodyOf(response: AzureResponse): Record<string, unknown> {
  return JSON.parse(textOf(response))
}
