'use client'
// Opens the palette. Before scripts run, and without them, it leads to the page of results, which has a field of its own.
import { useSyncExternalStore } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { wantDialog } from './wanted-dialog.ts'

const never = () => () => {}
const keyOnServer = () => 'Ctrl K'
const keyHere = () => (/^(Mac|iP)/.test(navigator.platform) ? '⌘ K' : 'Ctrl K')

/** `wide` fills its line and shows the key. */
export function SearchButton({ asOf, wide = false }: { asOf: string | null; wide?: boolean }) {
  const key = useSyncExternalStore(never, keyHere, keyOnServer)
  return (
    <form
      action="/search"
      method="get"
      onSubmit={(event) => {
        event.preventDefault()
        wantDialog('palette')
      }}
    >
      {asOf ? <input type="hidden" name="asOf" value={asOf} /> : null}
      <button
        type="submit"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className={`flex h-8 items-center gap-2 rounded-md border border-line-strong px-2.5 text-table text-soft hover:bg-sunken hover:text-ink ${
          wide ? 'w-full' : 'font-medium'
        }`}
      >
        <Icon path="M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2Zm3.6 8.6L14.5 14.5" />
        Search
        {wide ? (
          <span aria-hidden="true" className="ml-auto text-mini text-faint">
            {key}
          </span>
        ) : null}
      </button>
    </form>
  )
}
