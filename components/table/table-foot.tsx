// What stands under a table inside a card: its files, and beside them its pager.
import type { ReactNode } from 'react'
import { ExportLinks } from './export-links.tsx'

type TableFootProps = { exportHref: (format: 'csv' | 'json') => string; children?: ReactNode }

export function TableFoot({ exportHref, children }: TableFootProps) {
  return (
    <div className="flex flex-wrap items-center justify-between border-t border-line">
      <div className="flex gap-2 px-4 py-2.5 print:hidden">
        <ExportLinks hrefFor={exportHref} />
      </div>
      {children ? <div className="grow">{children}</div> : null}
    </div>
  )
}
