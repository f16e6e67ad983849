'use client'
// The form of the display menu. Without scripts it is sent and comes back the same way; a zone is then typed by its name.
import { useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Display, displayText, themes } from './display.ts'
import type { DisplaySaid } from './save-display.ts'
import { themeWords } from './theme-words.ts'
import { ZoneField } from './zone-field.tsx'

type DisplayFormProps = {
  display: Display
  /** Whether the list of all zones is wanted yet. */
  withZones: boolean
  said: DisplaySaid
  send: (form: FormData) => void
  isSending: boolean
}

export function DisplayForm({ display, withZones, said, send, isSending }: DisplayFormProps) {
  const problemId = useId()
  return (
    <form action={send} className="mt-1 rounded-md border border-line px-2.5 py-3 text-table">
      {/* Fields keep what they first showed: after a choice they begin anew. */}
      <div key={displayText(display)} className="space-y-3">
        <fieldset>
          <legend className="mb-1 text-xs text-soft">Theme</legend>
          <div className="flex flex-wrap gap-x-3 gap-y-1">
            {themes.map((theme) => (
              <label key={theme} className="inline-flex min-h-6 items-center gap-1.5">
                <input type="radio" name="theme" value={theme} defaultChecked={theme === display.theme} />
                {themeWords[theme]}
              </label>
            ))}
          </div>
        </fieldset>
        <ZoneField zone={display.zone} withZones={withZones} problemId={said.problem ? problemId : undefined} />
        <label className="flex min-h-6 items-center gap-1.5">
          <input type="checkbox" name="keys" defaultChecked={display.singleKeys} />
          Single-key shortcuts
        </label>
      </div>
      <div className="mt-3 flex items-center gap-3">
        <Button type="submit" disabled={isSending}>
          Apply
        </Button>
        <span role="status" className="text-faint">
          {said.saved && !isSending ? 'Kept in this browser.' : ''}
        </span>
      </div>
      {said.problem ? (
        <p id={problemId} role="alert" className="mt-2 font-medium text-high-ink">
          {said.problem}
        </p>
      ) : null}
    </form>
  )
}
