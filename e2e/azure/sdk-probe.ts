// A program that knows nothing of the stand-in: unmodified SDKs, public endpoints, an environment. Prints what it got as JSON.
// Run by stand-in.azure.test.ts in a process of its own, because proxy and trust are read when Node starts.
import { Agent } from 'node:https'
import { createDefaultHttpClient, createPipelineFromOptions, createPipelineRequest } from '@azure/core-rest-pipeline'
import { ManagedIdentityCredential } from '@azure/identity'
import { ConfidentialClientApplication, CryptoProvider, ResponseMode } from '@azure/msal-node'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const {
  ENTRA_TENANT_ID = '',
  ENTRA_CLIENT_ID = '',
  ENTRA_CLIENT_SECRET = '',
  KEMPT_ENTRA_AUTHORITY_METADATA = '',
} = process.env
const authority = `https://login.microsoftonline.com/${ENTRA_TENANT_ID}`
const redirectUri = 'http://127.0.0.1:3000/sign-in/callback'

async function readVault() {
  const credential = new ManagedIdentityCredential()
  const { token } = await credential.getToken('https://vault.azure.net/.default')
  const agent = new Agent({ keepAlive: true, proxyEnv: process.env })
  const pipeline = createPipelineFromOptions({ agent })
  const request = createPipelineRequest({ url: 'https://kv-1.vault.azure.net/secrets?api-version=2025-07-01' })
  request.headers.set('authorization', `Bearer ${token}`)
  const response = await pipeline.sendRequest(createDefaultHttpClient(), request)
  agent.destroy()
  return { status: response.status, body: JSON.parse(response.bodyAsText ?? 'null') }
}

/** What a browser does between the two halves of a sign-in: sees the page, presses the button of the first person. */
async function pressFirstPerson(url: string): Promise<{ origin: string; code: string; state: string | null }> {
  const page = await (await fetch(url)).text()
  const form = new URLSearchParams()
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)) {
    form.append(
      name,
      value.replaceAll(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point))),
    )
  }
  form.append('choice', /name="choice" value="([^"]+)"/.exec(page)?.[1] ?? '')
  const action = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url)
  const answer = await fetch(action, { method: 'POST', body: form, redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  return {
    origin: new URL(url).origin,
    code: back.searchParams.get('code') ?? '',
    state: back.searchParams.get('state'),
  }
}

async function signIn() {
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: ENTRA_CLIENT_ID,
      clientSecret: ENTRA_CLIENT_SECRET,
      authority,
      authorityMetadata: KEMPT_ENTRA_AUTHORITY_METADATA,
    },
  })
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const scopes = ['openid', 'profile', 'offline_access']
  const nonce = 'nonce-of-the-probe'
  const url = await application.getAuthCodeUrl({
    scopes,
    redirectUri,
    nonce,
    state: 'state-of-the-probe',
    responseMode: ResponseMode.QUERY,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
  })
  const { origin, code, state } = await pressFirstPerson(url)
  const result = await application.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier: verifier, nonce })
  const keys = createRemoteJWKSet(new URL(`${authority}/discovery/v2.0/keys`))
  const { payload } = await jwtVerify(result.idToken, keys, { issuer: `${authority}/v2.0`, audience: ENTRA_CLIENT_ID })
  const again = await application.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier: verifier, nonce }).then(
    () => 'accepted',
    (error: Error) => error.message,
  )
  return { origin, state, account: result.account?.homeAccountId, claims: payload, again }
}

process.stdout.write(JSON.stringify({ vault: await readVault(), signIn: await signIn() }))
