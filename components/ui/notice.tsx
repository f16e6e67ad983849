// A whole page that says one thing: not found, failed, no role.
import type { ReactNode } from 'react'
import { ButtonLink } from './button.tsx'

export function Notice({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: { href: string; label: string }
}) {
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <p className="text-table font-semibold tracking-tight text-faint">Kempt</p>
      <h1 className="mt-2 text-xl font-semibold tracking-tight">{title}</h1>
      <div className="mt-3 text-soft">{children}</div>
      {action ? (
        <div className="mt-6">
          <ButtonLink href={action.href}>{action.label}</ButtonLink>
        </div>
      ) : null}
    </main>
  )
}
