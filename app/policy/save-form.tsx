'use client'
// Saves the draft that the page shows. Without scripts it is sent and comes back the same way; a note that was typed stays.
import { useActionState, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { saveDraft } from './save-draft.ts'
import { nothingSaid } from './save-state.ts'

type SaveFormProps = {
  maySave: boolean
  /** The draft as JSON, and the version it is compared with: sent along, and judged again by who receives them. */
  draft: string
  expectedVersionId: string
}

/**
 * The form, and why it saved nothing. The reason outlives the form: one that was open when its person lost the role comes back,
 * without scripts or before they are there, as a page without it.
 */
export function SaveForm({ maySave, draft, expectedVersionId }: SaveFormProps) {
  const [state, send, isSending] = useActionState(saveDraft, nothingSaid)
  const problemId = useId()
  const problem = state.problem ? (
    <p id={problemId} role="alert" className="font-medium text-high-ink">
      {state.problem}
    </p>
  ) : null
  if (!maySave) return problem
  return (
    <form action={send} className="grid max-w-xl grid-cols-1 gap-3 print:hidden">
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="expectedVersionId" value={expectedVersionId} />
      <label className="block">
        <span className="mb-1 block text-xs text-soft">Why it changes</span>
        <textarea
          name="note"
          required
          maxLength={500}
          rows={2}
          defaultValue={state.note}
          aria-describedby={state.problem ? problemId : undefined}
          placeholder="Who asked for it, and what for"
          className="field h-auto w-full py-1.5"
        />
      </label>
      {problem}
      <div>
        <Button type="submit" look="main" disabled={isSending}>
          Save the policy
        </Button>
      </div>
    </form>
  )
}
