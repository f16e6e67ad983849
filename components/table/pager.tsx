// Which part of how many rows is in sight, and the links to the rest.
import { ButtonLink } from '../ui/button.tsx'
import { count } from '#lib/format/number.ts'

/** `page` starts at 1. `unit` is a plural noun ("findings"). */
export function Pager({
  page,
  pageSize,
  total,
  unit,
  hrefFor,
}: {
  page: number
  pageSize: number
  total: number
  unit: string
  hrefFor: (page: number) => string
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(total, page * pageSize)
  return (
    <nav
      aria-label={`Pages of ${unit}`}
      className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5 text-table"
    >
      <span className="text-soft">
        {from === to ? count(from) : `${count(from)}–${count(to)}`} of {count(total)}
        {total === 1 ? '' : ` ${unit}`}
      </span>
      {pages > 1 ? (
        <span className="flex items-center gap-2 print:hidden">
          {page > 1 ? <ButtonLink href={hrefFor(page - 1)}>Previous</ButtonLink> : null}
          <span className="text-faint">
            Page {count(page)} of {count(pages)}
          </span>
          {page < pages ? <ButtonLink href={hrefFor(page + 1)}>Next</ButtonLink> : null}
        </span>
      ) : null}
    </nav>
  )
}
