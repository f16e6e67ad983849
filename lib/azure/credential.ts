// Signing in: the default credential, loaded only when a token is first needed, and asked once however many wait.
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import type { Cloud } from './cloud.ts'
import { AzureFailure } from './wire/azure-failure.ts'

/**
 * DefaultAzureCredential for a cloud: environment, workload identity, managed identity, developer tools. Imported on
 * first use, since it costs a quarter of a second and 38 MB that a page server never needs.
 */
export function defaultCredential(cloud: Cloud): TokenCredential {
  let opened: Promise<TokenCredential> | undefined
  return {
    async getToken(scopes, options) {
      opened ??= import('@azure/identity').then(
        ({ DefaultAzureCredential }) =>
          // A vault answers only to tokens of its own tenant, which under Lighthouse is not always ours.
          new DefaultAzureCredential({ authorityHost: cloud.loginOrigin, additionallyAllowedTenants: ['*'] }),
      )
      return (await opened).getToken(scopes, options)
    },
  }
}

/**
 * One token request at a time per scope, tenant and claims: without it, 64 vaults started together send 64. Fails with
 * `sign-in-failed`, never with a token in the message.
 */
export function singleFlight(credential: TokenCredential): TokenCredential {
  const inFlight = new Map<string, Promise<AccessToken>>()
  return {
    getToken(scopes, options = {}) {
      const key = JSON.stringify([scopes, options.tenantId ?? '', options.claims ?? ''])
      const running = inFlight.get(key)
      if (running) return running
      const asked = askOnce(credential, scopes, options).finally(() => inFlight.delete(key))
      inFlight.set(key, asked)
      return asked
    },
  }
}

async function askOnce(
  credential: TokenCredential,
  scopes: string | string[],
  { abortSignal: _ofOneCaller, ...options }: GetTokenOptions,
): Promise<AccessToken> {
  let token: AccessToken | null
  try {
    token = await credential.getToken(scopes, options)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const code = error instanceof Error ? (/\bAADSTS\d+\b/.exec(said)?.[0] ?? error.name) : null
    throw new AzureFailure(`sign-in for ${scopes}: ${code ?? 'failed'}`, { kind: 'sign-in-failed', code, said })
  }
  if (!token) throw new AzureFailure(`sign-in for ${scopes}: no token`, { kind: 'sign-in-failed' })
  return token
}
