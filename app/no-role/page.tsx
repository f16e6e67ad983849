// Signed in, but without a role: says who you are here, and what to ask whom for.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentSession } from '#app/view.ts'
import { Notice } from '#components/ui/notice.tsx'
import { scopeOf } from '#lib/domain/scope.ts'

export const metadata: Metadata = { title: 'No role' }

const roleMeanings = [
  ['Kempt.Lead', 'sees everything and starts snapshots'],
  ['Kempt.Owner', 'sees the vaults and objects that name them, or a group of theirs, as owner'],
  ['Kempt.Reader', 'sees everything and changes nothing'],
] as const

export default async function NoRolePage() {
  const session = await currentSession()
  if (!session) redirect('/sign-in')
  if (scopeOf(session.person)) redirect('/')
  const { name, mail, objectId, tenantId } = session.person
  return (
    <Notice title="This account has no role in Kempt">
      <p>
        You are signed in as <strong className="font-medium text-ink">{name || mail}</strong>
        {mail && mail !== name ? ` (${mail})` : ''}. Ask whoever administers Microsoft Entra ID in your organization to
        assign you one of these app roles of the enterprise application Kempt, then sign in again:
      </p>
      <ul className="mt-3 list-disc space-y-1 pl-5">
        {roleMeanings.map(([role, meaning]) => (
          <li key={role}>
            <code className="font-mono text-table text-ink">{role}</code> {meaning}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-table">
        They will ask for your object id <code className="font-mono">{objectId}</code> in tenant{' '}
        <code className="font-mono">{tenantId}</code>.
      </p>
      <p className="mt-6">
        <a href="/sign-out" className="link">
          Sign out
        </a>
      </p>
    </Notice>
  )
}
