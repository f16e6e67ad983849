// What does Entra's answer lead to: a signed-in person, or a problem that the sign-in page puts into words?
import type { Person } from '#lib/domain/scope.ts'
import type { SignedIn } from './id-token.ts'
import { landingOf } from './return-to.ts'
import { returnToInState, type SignInAttempt } from './sign-in-attempt.ts'
import type { SignInProblem } from './sign-in-problem.ts'

export type SignInOutcome = {
  signedIn: SignedIn | null
  /** A path of this app. */
  goTo: string
  /** Null: nothing was refused. */
  problem: SignInProblem | null
  /** What Entra calls it, where it said so. */
  error: string | null
  /** For the log: why it failed, without code or token. */
  cause: string | null
}

type Surroundings = {
  attempt: SignInAttempt | null
  signedInAlready: boolean
  redeem: (attempt: SignInAttempt, code: string) => Promise<SignedIn>
  record: (person: Person) => Promise<void>
}

/** Judges the query Entra came back with. Never throws: whatever fails ends on the sign-in page. */
export async function finishSignIn(query: URLSearchParams, around: Surroundings): Promise<SignInOutcome> {
  const { attempt, signedInAlready, redeem, record } = around
  const state = query.get('state') ?? ''
  if (!attempt || attempt.state !== state) {
    // Another tab was faster and its cookie is the one that is left; both belong to whoever is signed in now.
    if (signedInAlready)
      return { signedIn: null, goTo: returnToInState(state), problem: null, error: null, cause: null }
    return problem('mismatch', returnToInState(state), null)
  }
  const { returnTo } = attempt
  const error = query.get('error')
  if (error) {
    const refused = error === 'access_denied' || error === 'consent_required'
    const said = printable(error)
    return problem(refused ? 'refused' : 'failed', returnTo, `Entra answered ${said}.`, said)
  }
  const code = query.get('code')
  if (!code) return problem('failed', returnTo, 'Entra came back without a code.')
  try {
    const signedIn = await redeem(attempt, code)
    await record(signedIn.person)
    return { signedIn, goTo: landingOf(returnTo, signedIn.person), problem: null, error: null, cause: null }
  } catch (error) {
    return problem('failed', returnTo, error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

function problem(
  code: SignInProblem,
  returnTo: string,
  cause: string | null,
  error: string | null = null,
): SignInOutcome {
  const query = new URLSearchParams({ error: code })
  if (returnTo !== '/') query.set('returnTo', returnTo)
  return { signedIn: null, goTo: `/sign-in?${query}`, problem: code, error, cause }
}

// It came in a URL, and goes into a log: no line breaks, no length.
const printable = (text: string) => text.replace(/[^\w.-]/g, '?').slice(0, 60)
