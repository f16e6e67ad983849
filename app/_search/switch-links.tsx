// One of a few ways to look at the same thing. Links: each way has an address.
import { Link } from '#components/ui/link.tsx'

export function SwitchLinks({
  label,
  links,
}: {
  label: string
  links: readonly { word: string; href: string; current: boolean }[]
}) {
  return (
    <nav aria-label={label} className="inline-flex flex-wrap rounded-md border border-line-strong p-0.5 print:hidden">
      {links.map(({ word, href, current }) => (
        <Link
          key={word}
          href={href}
          look="plain"
          scroll={false}
          aria-current={current ? 'true' : undefined}
          className={`inline-flex h-6.5 items-center rounded-sm px-2.5 text-table whitespace-nowrap ${
            current ? 'bg-accent-soft font-medium text-ink' : 'text-soft hover:bg-sunken hover:text-ink'
          }`}
        >
          {word}
        </Link>
      ))}
    </nav>
  )
}
