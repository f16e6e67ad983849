// What a key asks for, wherever on a page it is pressed. Pure: who listens, and what is done then, is in shortcuts.tsx.

/** Second keys after `g`, and where they go. */
export const goTo = {
  o: { href: '/', word: 'Overview' },
  r: { href: '/findings', word: 'At risk' },
  v: { href: '/vaults', word: 'Vaults' },
  c: { href: '/callers', word: 'Callers' },
  s: { href: '/snapshots', word: 'Snapshots' },
} as const

/** So long after `g` its second key may come. */
const secondKeyMs = 1500

export type PressedKey = { key: string; ctrl: boolean; meta: boolean; alt: boolean; repeat: boolean }

export type KeyState = {
  /** When `g` was pressed, in ms; null when it was not the last key. */
  goSince: number | null
}

export type KeyWish = 'palette' | 'search' | 'keys' | { go: string } | null

export const noKey: KeyState = { goSince: null }

/**
 * `typing`: the key goes into a field. `modal`: a dialog is open. `singleKeys`: keys without Ctrl or Cmd are wanted at all.
 * Ctrl-K and Cmd-K ask for the palette from a field too, but not over another dialog.
 */
export function readKey(
  { goSince }: KeyState,
  { key, ctrl, meta, alt, repeat }: PressedKey,
  { typing, modal, singleKeys, nowMs }: { typing: boolean; modal: boolean; singleKeys: boolean; nowMs: number },
): { state: KeyState; wish: KeyWish } {
  const answer = (wish: KeyWish) => ({ state: noKey, wish })
  if (modal || alt || repeat) return answer(null)
  if (ctrl !== meta && key.toLowerCase() === 'k') return answer('palette')
  if (typing || ctrl || meta || !singleKeys) return answer(null)
  if (goSince !== null && nowMs - goSince <= secondKeyMs && Object.hasOwn(goTo, key)) {
    return answer({ go: goTo[key as keyof typeof goTo].href })
  }
  if (key === 'g') return { state: { goSince: nowMs }, wish: null }
  return answer(key === '/' ? 'search' : key === '?' ? 'keys' : null)
}
