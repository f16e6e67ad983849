// "Mine / all" of a list that whoever looks sees the whole of: a link that sets the filter by owner. Nothing for who owns nothing.
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import type { View } from '#app/view.ts'
import { ownNames } from './own-names.ts'

type MineSwitchProps = {
  view: View
  /** The owner the list is filtered by. */
  owner: string | null
  /** The same list filtered by another, or by none. */
  hrefFor: (owner: string | null) => string
}

export async function MineSwitch({ view, owner, hrefFor }: MineSwitchProps) {
  if (view.scope.kind === 'owned') return null
  const names = await ownNames(view)
  if (names.length === 0) return null
  return (
    <SwitchLinks
      label="Whose"
      links={[
        { word: 'All', href: hrefFor(null), current: owner === null },
        ...names.map((name) => ({
          word: names.length === 1 ? 'Mine' : name,
          href: hrefFor(name),
          current: owner?.toLowerCase() === name,
        })),
      ]}
    />
  )
}
