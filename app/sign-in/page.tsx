// Seen only after something went wrong; otherwise the way to Entra is direct.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EntraLink, entraPath } from '#app/_session/entra-link.tsx'
import { signInProblemText } from '#app/_session/sign-in-problem.ts'
import { Notice } from '#components/ui/notice.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { error, returnTo } = await searchParams
  const problem = signInProblemText(error)
  const path = typeof returnTo === 'string' ? returnTo : null
  if (!problem) redirect(entraPath(path))
  return (
    <Notice title="You are not signed in">
      <p role="alert">{problem}</p>
      <EntraLink returnTo={path} label="Sign in again" />
    </Notice>
  )
}
