// A form of filters: in sight where there is room, folded behind one line on a phone. Where a browser cannot open a details by
// style, it is folded everywhere and one click away.
import type { ReactNode } from 'react'

export function FoldedOnPhone({ inUse, children }: { inUse: number; children: ReactNode }) {
  return (
    <details className="print:hidden sm:[&::details-content]:[content-visibility:visible]">
      <summary className="field inline-flex items-center gap-2 font-medium supports-[selector(::details-content)]:sm:hidden">
        Filters{inUse > 0 ? `, ${inUse} in use` : ''}
      </summary>
      <div className="max-sm:pt-3">{children}</div>
    </details>
  )
}
