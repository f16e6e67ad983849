// A question with its answer: title, what the number is out of, and the way to the rows behind it.
import { type ReactNode, useId } from 'react'
import { Link } from './link.tsx'

type CardProps = {
  title: string
  /** One line under the title: denominator, period, what is missing. */
  note?: ReactNode
  /** Where the rows behind the number are. */
  href?: string
  /** Words of that link; say what is there ("All 212 findings"), not "more". */
  hrefLabel?: string
  /** `flush`: the content touches the border, as tables do. */
  flush?: boolean
  className?: string
  children: ReactNode
}

export function Card({
  title,
  note,
  href,
  hrefLabel = 'Show the rows',
  flush = false,
  className = '',
  children,
}: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`card min-w-0 rounded-lg border border-line bg-surface ${className}`}>
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 pt-3.5">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {href ? (
          <Link href={href} className="ml-auto text-table print:hidden">
            {hrefLabel}
          </Link>
        ) : null}
        {note ? <div className="w-full text-table text-faint">{note}</div> : null}
      </header>
      <div className={flush ? 'pt-3' : 'px-4 pt-3 pb-4'}>{children}</div>
    </section>
  )
}
