// One kind of row, with how many there are: narrows a list to them, and back.
import type { ReactNode } from 'react'
import { count } from '#lib/format/number.ts'
import { Link } from './link.tsx'

type CountPillProps = { href: string; current: boolean; shape: ReactNode; word: string; rows: number }

export function CountPill({ href, current, shape, word, rows }: CountPillProps) {
  return (
    <Link
      href={href}
      look="plain"
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={`inline-flex h-8 items-center gap-2 rounded-md border px-3 text-table ${
        current
          ? 'border-line-strong bg-accent-soft font-medium text-ink'
          : 'border-line bg-surface text-soft hover:border-line-strong hover:text-ink'
      }`}
    >
      {shape}
      {word}
      <span className="font-semibold text-ink">{count(rows)}</span>
    </Link>
  )
}
