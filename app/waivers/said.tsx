import type { ReactNode } from 'react'

/** What has just been done, in words, above what it changed. Heard as well as seen. */
export function Said({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="rounded-md border border-line-strong bg-accent-soft px-4 py-2.5 text-table text-ink">
      {children}
    </p>
  )
}
