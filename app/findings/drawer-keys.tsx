'use client'
// Keys of an open drawer: Escape closes, left and right go to its neighbours. The same links stand in the drawer, so
// without scripts nothing is lost.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

type DrawerKeysProps = { labelId: string; close: string; previous: string | null; next: string | null }

export function DrawerKeys({ labelId, close, previous, next }: DrawerKeysProps) {
  const router = useRouter()

  // Another row: people who hear the page are told which one.
  useEffect(() => document.getElementById(labelId)?.focus({ preventScroll: true }), [labelId])

  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]')) return
      const href =
        event.key === 'Escape' ? close : event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : null
      if (href) router.push(href as Parameters<typeof router.push>[0], { scroll: false })
    }
    addEventListener('keydown', follow)
    return () => removeEventListener('keydown', follow)
  }, [router, close, previous, next])

  return null
}
