// Which dialog somebody has asked for, by a key or a button anywhere on a page. Kept outside the page: a key that is pressed in
// the moment in which one page takes the place of another would otherwise open a dialog on the page that goes.

export type WantedDialog = 'palette' | 'keys'

let wanted: WantedDialog | null = null
const listeners = new Set<() => void>()

export const wantedDialog = (): WantedDialog | null => wanted

/** Null when it has been closed. */
export function wantDialog(dialog: WantedDialog | null): void {
  wanted = dialog
  for (const listener of listeners) listener()
}

/** Calls back for every change, until what it returns is called. */
export function onWantedDialog(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
