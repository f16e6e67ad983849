// Can people sign in? Asks Entra as the app would, without anybody at a browser.
import { ConfidentialClientApplication } from '@azure/msal-node'
import { z } from 'zod'
import type { ServerSettings } from '#lib/settings.ts'
import { entraEndpoints } from '#lib/settings/entra-endpoints.ts'
import { broken, type Check, good, unsure } from './check.ts'

const patienceMs = 15_000

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const wrong: Record<string, string> = {
  AADSTS7000215: 'ENTRA_CLIENT_SECRET is not a secret of this application (its value is needed, not its id).',
  AADSTS7000222: 'The client secret has expired: make a new one and set ENTRA_CLIENT_SECRET.',
  AADSTS700016: 'ENTRA_CLIENT_ID names no application of this directory.',
  AADSTS90002: 'ENTRA_TENANT_ID names no directory.',
  AADSTS900023: 'ENTRA_TENANT_ID names no directory.',
}

/** Entra's keys, then the client secret. Neither asks for a right that Kempt does not use. */
export async function checkSignIn(settings: ServerSettings): Promise<Check[]> {
  return [await checkKeys(settings), await checkSecret(settings)]
}

/** Id tokens are verified with these: without them nobody gets in. */
async function checkKeys({ cloud, entra }: ServerSettings): Promise<Check> {
  const { jwksUri } = entraEndpoints({ cloud, ...entra })
  const { host } = new URL(jwksUri)
  try {
    const answer = await fetch(jwksUri, { signal: AbortSignal.timeout(patienceMs) })
    const { keys } = z.object({ keys: z.array(z.unknown()).min(1) }).parse(await answer.json())
    return good('sign-in', host, `Entra answers, with ${keys.length} keys to verify sign-ins by.`)
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'its answer holds none' : reasonOf(error)
    return broken('sign-in', host, `The keys that sign-ins are verified by cannot be had (${reason}).`)
  }
}

/**
 * A token of the application for itself, which is thrown away: it proves the secret, and is good for nothing else.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
async function checkSecret({ cloud, entra, url }: ServerSettings): Promise<Check> {
  const { clientId, clientSecret, authorityMetadata } = entra
  const { authority } = entraEndpoints({ cloud, ...entra })
  const application = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority, ...(authorityMetadata === null ? {} : { authorityMetadata }) },
  })
  const back = `Whether Entra sends people back to ${url}/sign-in/callback shows when somebody signs in.`
  try {
    await application.acquireTokenByClientCredential({ scopes: [`${clientId}/.default`] })
    return good('sign-in', 'client secret', `Entra takes it. ${back}`)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const code = /\bAADSTS\d+\b/.exec(said)?.[0]
    const known = code ? wrong[code] : undefined
    if (known) return broken('sign-in', 'client secret', known)
    if (code)
      return unsure('sign-in', 'client secret', `Entra answers ${code}; whether it takes the secret is not known.`)
    return broken('sign-in', 'client secret', `Entra cannot be asked (${reasonOf(error)}).`)
  }
}

/** What went wrong beneath, in a word: addresses and ids stay out of it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return error.cause ? reasonOf(error.cause) : (code ?? error.name)
}
