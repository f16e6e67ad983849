// When a failed call is worth another try, and how long to wait before it.
import { type AzureFailure, isCertificateProblem } from './azure-failure.ts'

export type RetrySettings = {
  /** The first wait before jitter; it doubles with every try, up to sixteen times this. */
  baseMs: number
  tries: number
  /** Tries for a call that ran into its deadline: each costs the whole deadline. */
  timeoutTries: number
  /** One try, from sending to the last byte of the body. */
  deadlineMs: number
  /** The call with all its tries and waits. */
  overallMs: number
  /** A number in [0, 1), for jitter. */
  random: () => number
}

/** How many tries a failure of this kind deserves in all. */
export function triesFor(failure: AzureFailure, settings: RetrySettings): number {
  switch (failure.kind) {
    case 'refused':
      if (failure.status === 504) return settings.timeoutTries
      return isPassing(failure.status) || failure.isGarbled ? settings.tries : 1
    case 'timed-out':
      return settings.timeoutTries
    case 'malformed-answer':
      return settings.tries
    case 'name-not-resolved':
      return Math.min(2, settings.tries)
    case 'connection-failed':
      if (isCertificateProblem(failure)) return 1
      // A proxy that refuses the tunnel and an address that swallows packets answer the same the fifth time.
      if (failure.code === 'ERR_PROXY_TUNNEL' || failure.code === 'ETIMEDOUT') return Math.min(2, settings.tries)
      return settings.tries
    case 'sign-in-failed':
      // @azure/identity has tried several times already.
      return 1
  }
}

const isPassing = (status: number | null) =>
  status === 408 || status === 429 || (status !== null && status >= 500 && status !== 501)

/**
 * Milliseconds before try `attempt + 1`: what Azure asked for, else exponential back-off with full jitter. Key Vault's
 * 429 asks for nothing and recommends 1, 2, 4, 8, 16 s.
 * https://learn.microsoft.com/azure/key-vault/general/overview-throttling
 */
export function waitBeforeRetryMs(failure: AzureFailure, attempt: number, settings: RetrySettings): number {
  if (failure.retryAfterMs !== null) return failure.retryAfterMs
  return settings.random() * settings.baseMs * Math.min(16, 2 ** (attempt - 1))
}
