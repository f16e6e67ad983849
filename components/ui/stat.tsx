// One number, what it is out of, and the way to its rows.
import type { ReactNode } from 'react'
import { Link } from './link.tsx'

type StatProps = {
  label: string
  /** Already formatted; `null` is unknown. */
  value: string | null
  /** "of 430 vaults": a number alone says nothing. */
  outOf?: string
  /** What moved it, what is missing from it. */
  note?: ReactNode
  href?: string
}

export function Stat({ label, value, outOf, note, href }: StatProps) {
  const number = <span className="text-2xl leading-8 font-semibold tracking-tight">{value ?? 'Unknown'}</span>
  return (
    <div className="min-w-0">
      <div className="text-table text-soft">{label}</div>
      <div className="mt-0.5 flex flex-wrap items-baseline gap-x-1.5">
        {href ? (
          <Link href={href} look="plain" className="hover:text-accent hover:underline hover:underline-offset-4">
            {number}
          </Link>
        ) : (
          number
        )}
        {outOf ? <span className="text-table text-faint">{outOf}</span> : null}
      </div>
      {note ? <div className="mt-0.5 text-table text-faint">{note}</div> : null}
    </div>
  )
}
