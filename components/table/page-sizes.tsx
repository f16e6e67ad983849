// How many rows a page shall have: a link for each number.
import { Link } from '../ui/link.tsx'

export function PageSizes({
  sizes,
  current,
  hrefFor,
}: {
  sizes: readonly number[]
  current: number
  hrefFor: (size: number) => string
}) {
  return (
    <nav aria-label="Rows on a page" className="flex items-center gap-2 px-4 py-2.5 text-table text-soft print:hidden">
      Rows on a page
      {sizes.map((size) => (
        <Link
          key={size}
          href={hrefFor(size)}
          look={size === current ? 'plain' : 'text'}
          aria-current={size === current ? 'true' : undefined}
          className={`inline-grid min-h-6 min-w-6 place-items-center ${size === current ? 'font-medium text-ink' : ''}`}
        >
          {size}
        </Link>
      ))}
    </nav>
  )
}
