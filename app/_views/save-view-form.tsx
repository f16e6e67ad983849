'use client'
// Saves the view that is looked at under a name, folded until it is wanted. Without scripts it is sent and comes back the same way.
import { useActionState, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { keepView } from './keep-view.ts'
import { nothingSaved } from './save-state.ts'

/** `view` is the address of what is looked at: sent along, and read again by who receives it. */
export function SaveViewForm({ view }: { view: string }) {
  const [state, send, isSending] = useActionState(keepView, nothingSaved)
  const problemId = useId()
  return (
    <>
      {/* It may be unfolded before the scripts are there: that is no mistake. */}
      <details open={state.problem !== null} suppressHydrationWarning>
        <summary className="link inline-block py-1">Save this view</summary>
        <form
          action={send}
          className="mt-1 grid max-w-lg grid-cols-1 gap-2 rounded-md border border-line bg-sunken p-3"
        >
          <input type="hidden" name="view" value={view} />
          {state.replaces === null ? null : <input type="hidden" name="replaces" value={state.replaces} />}
          {state.problem ? (
            <p id={problemId} role="alert" className="font-medium text-high-ink">
              {state.problem}
            </p>
          ) : null}
          <div className="flex flex-wrap items-end gap-2">
            <label className="block min-w-0 grow">
              <span className="mb-1 block text-xs text-soft">Name</span>
              <input
                name="name"
                required
                // Eighty characters, of which some count twice here.
                maxLength={160}
                defaultValue={state.name}
                aria-describedby={state.problem ? problemId : undefined}
                autoComplete="off"
                dir="auto"
                className="field w-full"
              />
            </label>
            <Button type="submit" disabled={isSending}>
              {state.replaces === null ? 'Save' : 'Replace it'}
            </Button>
          </div>
          <p className="text-xs text-faint">
            For you alone: its filters, order and columns, and not its page or day. The same name replaces.
          </p>
        </form>
      </details>
      {state.done ? (
        <p role="status" className="py-1 text-soft">
          {state.done}
        </p>
      ) : null}
    </>
  )
}
