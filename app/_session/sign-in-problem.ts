// What went wrong with a sign-in, in one sentence each; the URL carries only the code, so no text from outside is shown.

export const signInProblems = {
  refused: 'Entra did not let this account in: consent was declined, or the account is not assigned to Kempt.',
  mismatch: 'This sign-in was started in another window or took too long. Start again.',
  failed: 'Entra could not be reached, or its answer could not be trusted. Try again in a moment.',
} as const

export type SignInProblem = keyof typeof signInProblems

/** The sentence for a problem named in the URL, or null when it names none. An unknown name still gets a sentence. */
export function signInProblemText(code: string | string[] | undefined): string | null {
  const wanted = Array.isArray(code) ? code[0] : code
  if (!wanted) return null
  const known = Object.entries(signInProblems).find(([name]) => name === wanted)
  return known?.[1] ?? signInProblems.failed
}
