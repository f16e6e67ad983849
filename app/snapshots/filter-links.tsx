// The filter of a ledger: one link for each choice, with exactly as many vaults as it lists.
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'

export type FilterLink = { word: string; title?: string; vaults: number; href: string; current: boolean }

export function FilterLinks({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5 px-4 pb-3 text-table print:hidden">
      {links.map(({ word, title, vaults, href, current }) => (
        <Link
          key={word}
          href={href}
          look="plain"
          scroll={false}
          title={title}
          aria-current={current ? 'true' : undefined}
          className={`inline-flex h-7 items-center gap-1.5 rounded-md border px-2.5 ${
            current ? 'border-line-strong bg-accent-soft font-medium' : 'border-line text-soft hover:bg-sunken'
          }`}
        >
          {word} <span className="text-faint">{count(vaults)}</span>
        </Link>
      ))}
    </nav>
  )
}
