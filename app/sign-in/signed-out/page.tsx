// Where Entra leads after signing out. It does not sign in by itself, or nobody could ever leave.
import type { Metadata } from 'next'
import { EntraLink } from '#app/_session/entra-link.tsx'
import { Notice } from '#components/ui/notice.tsx'

export const metadata: Metadata = { title: 'Signed out' }

export default function SignedOutPage() {
  return (
    <Notice title="You are signed out">
      <p>This browser no longer has a Kempt session.</p>
      <EntraLink returnTo={null} label="Sign in" />
    </Notice>
  )
}
