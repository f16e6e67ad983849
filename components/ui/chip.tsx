// A filter in force, in words; one click takes it away.
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

/** `label` reads like words ("severity: critical or high"); `clearHref` is the same view without it. */
export function Chip({ label, clearHref }: { label: string; clearHref: string }) {
  return (
    <span className="inline-flex h-7 max-w-full items-center rounded-md border border-line bg-accent-soft pl-2.5 text-table text-ink">
      <bdi className="truncate" title={label}>
        {label}
      </bdi>
      <Link
        href={clearHref}
        look="plain"
        aria-label={`Remove filter ${label}`}
        className="ml-1 grid size-7 shrink-0 place-items-center text-soft hover:text-ink"
      >
        <Icon path="M2 2l6 6M8 2 2 8" size={10} strokeWidth={1.6} />
      </Link>
    </span>
  )
}

/** The filters in force, with one link that clears them all. Nothing when there are none. */
export function Chips({
  chips,
  clearAllHref,
}: {
  chips: readonly { label: string; clearHref: string }[]
  clearAllHref: string
}) {
  if (chips.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {chips.map((chip) => (
        <Chip key={chip.label} {...chip} />
      ))}
      {chips.length > 1 ? (
        <Link href={clearAllHref} className="ml-1 text-table">
          Clear all
        </Link>
      ) : null}
    </div>
  )
}
