import type { ReactNode } from 'react'
import { ButtonLink } from './button.tsx'

/** Nothing to show, and why: a sentence, and the one thing to do about it. Never used for what could not be read. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: { href: string; label: string }
}) {
  return (
    <div className="px-6 py-10 text-center">
      <p className="font-medium">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-md text-table text-soft">{children}</div> : null}
      {action ? (
        <div className="mt-4">
          <ButtonLink href={action.href}>{action.label}</ButtonLink>
        </div>
      ) : null}
    </div>
  )
}
