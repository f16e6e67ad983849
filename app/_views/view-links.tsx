// Saved views by name. A name may be any text: it is kept from turning round what stands beside it.
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { removeView } from './remove-view.ts'

export type NamedView = { id: number; name: string; href: string; current: boolean }

export function ViewLinks({ views }: { views: readonly NamedView[] }) {
  return (
    <ul className="flex min-w-0 flex-wrap gap-1.5">
      {views.map(({ id, name, href, current }) => (
        <li
          key={id}
          className={`inline-flex h-7 max-w-64 items-center rounded-md border pl-2.5 ${
            current ? 'border-line-strong bg-accent-soft' : 'border-line bg-surface'
          }`}
        >
          <Link
            href={href}
            look="plain"
            scroll={false}
            title={name}
            aria-current={current ? 'true' : undefined}
            className={`min-w-0 truncate hover:underline ${current ? 'font-medium text-ink' : 'text-soft hover:text-ink'}`}
          >
            <bdi>{name}</bdi>
          </Link>
          {/* A plain form: it works without scripts. */}
          <form action={removeView} className="ml-1 shrink-0">
            <input type="hidden" name="id" value={id} />
            <button
              type="submit"
              aria-label={`Remove the saved view ${name}`}
              className="grid size-7 place-items-center text-soft hover:text-ink"
            >
              <Icon path="M2 2l6 6M8 2 2 8" size={10} strokeWidth={1.6} />
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
