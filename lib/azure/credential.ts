// Signing in: the default credential, loaded only when a token is first needed, and asked once however many wait.
import { setTimeout as wait } from 'node:timers/promises'
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

export type SignInSettings = {
  tries: number
  /** How long one try may take, with whatever the credential repeats by itself. */
  deadlineMs: number
  /** The first wait between two tries before jitter; it doubles. */
  baseMs: number
  /** For how long nobody is asked again after the last try: a thousand vaults have the one answer. */
  restMs: number
  random: () => number
}

/** Tries fit into the deadlines of the calls that wait for them, so that it is the sign-in which is said to have failed. */
const usual: SignInSettings = { tries: 3, deadlineMs: 24_000, baseMs: 1000, restMs: 30_000, random: Math.random }

/**
 * One token request at a time per scope, tenant and claims: without it, 64 vaults started together send 64. What the
 * credential does not repeat itself (a 429 without Retry-After, a broken-off or garbled token, silence) is tried again,
 * unless Entra said what is wrong. Fails with `sign-in-failed`, never with a token in the message.
 */
export function singleFlight(credential: TokenCredential, settings: Partial<SignInSettings> = {}): TokenCredential {
  const plan = { ...usual, ...settings }
  const inFlight = new Map<string, Promise<AccessToken>>()
  const failed = new Map<string, { failure: AzureFailure; atMs: number }>()
  return {
    getToken(scopes, options = {}) {
      // Some ask for a scope, some for a list of one.
      const key = JSON.stringify([[scopes].flat(), options.tenantId ?? '', options.claims ?? ''])
      const running = inFlight.get(key)
      if (running) return running
      const last = failed.get(key)
      if (last && performance.now() - last.atMs < plan.restMs) return Promise.reject(last.failure)
      const asked = askPatiently(credential, scopes, options, plan)
        .catch((failure) => {
          if (failure instanceof AzureFailure) failed.set(key, { failure, atMs: performance.now() })
          throw failure
        })
        .finally(() => inFlight.delete(key))
      inFlight.set(key, asked)
      return asked
    },
  }
}

async function askPatiently(
  credential: TokenCredential,
  scopes: string | string[],
  { abortSignal: _ofOneCaller, ...options }: GetTokenOptions,
  { tries, deadlineMs, baseMs, random }: SignInSettings,
): Promise<AccessToken> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await askOnce(credential, scopes, options, deadlineMs)
    if (!(outcome instanceof AzureFailure)) return outcome
    const isDefinite = outcome.code?.startsWith('AADSTS') ?? false
    if (isDefinite || attempt >= tries) throw outcome
    await wait(random() * baseMs * 2 ** (attempt - 1))
  }
}

async function askOnce(
  credential: TokenCredential,
  scopes: string | string[],
  options: GetTokenOptions,
  deadlineMs: number,
): Promise<AccessToken | AzureFailure> {
  const failure = (what: string, about: { code?: string | null; said?: string } = {}) =>
    new AzureFailure(`sign-in for ${scopes}: ${what}`, { kind: 'sign-in-failed', ...about })
  const abort = new AbortController()
  let timer: NodeJS.Timeout | undefined
  // A race, because not every credential listens to the signal.
  const deadline = new Promise<AzureFailure>((resolve) => {
    timer = setTimeout(() => resolve(failure(`no answer within ${deadlineMs} ms`)), deadlineMs)
  })
  const asked = credential
    .getToken(scopes, { ...options, abortSignal: abort.signal })
    .then((token) => token ?? failure('no token'))
    .catch((error: unknown) => {
      const said = error instanceof Error ? error.message : ''
      const code = error instanceof Error ? (/\bAADSTS\d+\b/.exec(said)?.[0] ?? error.name) : null
      return failure(code ?? 'failed', { code, said })
    })
  try {
    return await Promise.race([asked, deadline])
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}
