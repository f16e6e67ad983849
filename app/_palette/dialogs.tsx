'use client'
// What keys open, in one piece that is fetched when it is first asked for.
import { KeysDialog } from './keys-dialog.tsx'
import type { PageLink } from './match-pages.ts'
import { PaletteDialog } from './palette-dialog.tsx'
import type { WantedDialog } from './wanted-dialog.ts'

export type DialogProps = {
  open: WantedDialog
  pages: readonly PageLink[]
  asOf: string | null
  singleKeys: boolean
  onClose: () => void
}

export function Dialogs({ open, pages, asOf, singleKeys, onClose }: DialogProps) {
  return open === 'palette' ? (
    <PaletteDialog pages={pages} asOf={asOf} onClose={onClose} />
  ) : (
    <KeysDialog singleKeys={singleKeys} onClose={onClose} />
  )
}
