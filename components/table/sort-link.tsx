// A column head that sorts: a link to the same view in another order.
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'

export type Sorting = {
  key: string
  direction: 'asc' | 'desc'
  /** The same view sorted by that column; it also goes back to the first page. */
  hrefFor: (key: string, direction: 'asc' | 'desc') => string
  /** Columns whose first click sorts downwards, because the largest is what is looked for. */
  descendingFirst?: readonly string[]
}

export function SortLink({ sorting, column, label }: { sorting: Sorting; column: string; label: string }) {
  const current = sorting.key === column
  const first = sorting.descendingFirst?.includes(column) ? 'desc' : 'asc'
  const next = current ? (sorting.direction === 'asc' ? 'desc' : 'asc') : first
  return (
    <Link
      href={sorting.hrefFor(column, next)}
      look="plain"
      scroll={false}
      className={`group inline-flex items-center gap-1 hover:text-ink ${current ? 'text-ink' : ''}`}
    >
      {label}
      <Icon
        path={(current ? sorting.direction : first) === 'asc' ? 'M2 6.5 5 3l3 3.5' : 'M2 3.5 5 7l3-3.5'}
        size={10}
        strokeWidth={1.5}
        className={current ? '' : 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60'}
      />
    </Link>
  )
}
