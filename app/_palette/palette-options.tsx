'use client'
// The list under the field of the palette: options in groups, each a link, so that a click with Ctrl opens a tab as always.
import { Link } from '#components/ui/link.tsx'
import type { HitGroup } from './hits.ts'
import { optionsIn } from './palette-state.ts'

type PaletteOptionsProps = {
  id: string
  groups: readonly HitGroup[]
  /** Index over all groups. */
  active: number
  optionId: (index: number) => string
  onChosen: () => void
}

export function PaletteOptions({ id, groups, active, optionId, onChosen }: PaletteOptionsProps) {
  if (groups.length === 0) return null
  const startOf = (group: HitGroup) =>
    groups.slice(0, groups.indexOf(group)).reduce((sum, before) => sum + optionsIn(before).length, 0)
  return (
    <div id={id} role="listbox" aria-label="Results" className="max-h-[56dvh] overflow-y-auto px-2 py-1.5">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the parts of a form, and this is a part of a list
        <div key={group.title} role="group" aria-label={group.title}>
          <div aria-hidden="true" className="px-2 pt-2 pb-1 text-xs text-faint">
            {group.title}
          </div>
          {optionsIn(group).map(({ href, name, detail }, index) => {
            const at = startOf(group) + index
            return (
              <Link
                key={href}
                id={optionId(at)}
                role="option"
                aria-selected={at === active}
                tabIndex={-1}
                href={href}
                look="plain"
                onClick={onChosen}
                className={`flex min-h-8 flex-wrap items-center justify-between gap-x-4 rounded-md px-2 py-1 text-table ${
                  at === active ? 'bg-accent-soft text-ink' : 'hover:bg-sunken'
                }`}
              >
                <bdi className="min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
                <span className={at === active ? 'text-soft' : 'text-faint'}>{detail}</span>
              </Link>
            )
          })}
        </div>
      ))}
    </div>
  )
}
