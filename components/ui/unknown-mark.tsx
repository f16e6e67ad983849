// What could not be read, in words and in hatched grey. The reason is said beside it, not only on hover.
import type { ReactNode } from 'react'

/** A hatched square; decoration, so a word has to stand beside it. */
export function UnknownSwatch() {
  return (
    <span aria-hidden="true" className="hatched inline-block size-2.5 shrink-0 rounded-[2px] border border-unknown" />
  )
}

/** `Unknown: forbidden by the firewall`. Without a reason it says only the word. */
export function UnknownMark({ children, word = 'Unknown' }: { children?: ReactNode; word?: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 text-unknown-ink">
      <UnknownSwatch />
      <span>
        <span className="font-medium whitespace-nowrap">{word}</span>
        {children ? <>: {children}</> : null}
      </span>
    </span>
  )
}
