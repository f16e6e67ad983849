'use client'
// The one listener for keys that do the same wherever on a page they are pressed, and the place of the dialogs they open.
// Those are fetched when they are first asked for.
import { useRouter } from 'next/navigation'
import { type ComponentType, useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { DialogProps } from './dialogs.tsx'
import type { PageLink } from './match-pages.ts'
import { noKey, readKey } from './read-key.ts'
import { onWantedDialog, wantDialog, wantedDialog } from './wanted-dialog.ts'

type ShortcutsProps = { pages: readonly PageLink[]; asOf: string | null; singleKeys: boolean }

export function Shortcuts({ pages, asOf, singleKeys }: ShortcutsProps) {
  const router = useRouter()
  const [Dialogs, setDialogs] = useState<ComponentType<DialogProps> | null>(null)
  const open = useSyncExternalStore(onWantedDialog, wantedDialog, nothingYet)

  const outOfReach = useEffectEvent(() => {
    wantDialog(null)
    location.assign(withAsOf('/search', asOf))
  })
  const fetched = Dialogs !== null
  useEffect(() => {
    if (open === null || fetched) return
    import('./dialogs.tsx').then(
      (loaded) => setDialogs(() => loaded.Dialogs),
      // Kempt was replaced under the open page, or is out of reach: the page of results says which.
      () => outOfReach(),
    )
  }, [open, fetched])
  const goTo = useEffectEvent((href: string) => router.push(withAsOf(href, asOf) as Parameters<typeof router.push>[0]))

  // Before the browser handles another key: between two pages there is no moment in which nobody listens.
  useLayoutEffect(() => {
    let state = noKey
    const follow = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt, repeat } = event
      const read = readKey(
        state,
        { key, ctrl, meta, alt, repeat },
        { typing: isTyping(event), modal: isModal(), singleKeys, nowMs: event.timeStamp },
      )
      state = read.state
      if (read.wish === null) return
      event.preventDefault()
      if (typeof read.wish === 'object') return goTo(read.wish.go)
      const field = read.wish === 'search' ? searchField() : null
      if (field) return field.select()
      wantDialog(read.wish === 'keys' ? 'keys' : 'palette')
    }
    addEventListener('keydown', follow)
    return () => removeEventListener('keydown', follow)
  }, [singleKeys])

  if (!Dialogs || !open) return null
  return <Dialogs open={open} pages={pages} asOf={asOf} singleKeys={singleKeys} onClose={() => wantDialog(null)} />
}

const nothingYet = () => null

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null

const isModal = () => document.querySelector('dialog:modal') !== null

/** The page's own search field, where it is in sight: on a phone it may be folded away. */
function searchField(): HTMLInputElement | null {
  const fields = document.querySelectorAll<HTMLInputElement>('input[data-search]')
  return [...fields].find((field) => field.checkVisibility()) ?? null
}
