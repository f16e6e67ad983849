// What Kempt must remember between sending somebody to Entra and their coming back.
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { safeReturnTo } from './return-to.ts'
import { seal, unseal } from './sealed.ts'

export type SignInAttempt = {
  /** Travels through Entra and back; ends in the readable path, see `returnToInState`. */
  state: string
  nonce: string
  /** PKCE: only who holds this can turn the code into a token. */
  verifier: string
  returnTo: string
}

export const attemptSeconds = 15 * 60

const attemptSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })

const random = () => randomBytes(32).toString('base64url')

export function newSignInAttempt(returnTo: string): SignInAttempt {
  const state = `${random()}.${Buffer.from(returnTo).toString('base64url')}`
  return { state, nonce: random(), verifier: random(), returnTo }
}

/** The PKCE challenge (S256) of a verifier. */
export const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

/**
 * Where a state wanted to lead. Two tabs that sign in at once share one cookie, so one of them fails; it can still find
 * its page. Nothing vouches for this path, therefore it is only ever a safe one.
 */
export const returnToInState = (state: string) =>
  safeReturnTo(Buffer.from(state.split('.')[1] ?? '', 'base64url').toString())

export async function sealAttempt(attempt: SignInAttempt, { secret, now }: { secret: string; now: Date }) {
  const endsAt = new Date(now.getTime() + attemptSeconds * 1000)
  return seal({ ...attempt }, endsAt, { purpose: 'sign-in', secret, now })
}

/** The attempt in a cookie, or null when it is not ours, was altered, or is too old. */
export async function openAttempt(
  sealed: string | undefined,
  { secret, now }: { secret: string; now: Date },
): Promise<SignInAttempt | null> {
  if (!sealed) return null
  const attempt = attemptSchema.safeParse(await unseal(sealed, { purpose: 'sign-in', secret, now }))
  return attempt.success ? attempt.data : null
}
