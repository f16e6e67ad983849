'use client'
// Deciding about a waiver and withdrawing one: a note and a button, folded until wanted. Both work without scripts.
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { decideWaiver } from './decide.ts'
import { emptyNote, type NoteFormState } from './form-state.ts'
import { withdrawWaiver } from './withdraw.ts'

/** `about` is sent along: where the form stands, and the waiver or the batch it is about. */
type NoteFormProps = { title: string; about: Readonly<Record<string, string>> }

export function DecideForm({ title, about }: NoteFormProps) {
  const [state, send, isSending] = useActionState(decideWaiver, emptyNote)
  return (
    <NoteForm title={title} about={about} state={state} send={send} hint="Needed when you decline">
      <Button type="submit" look="main" name="decision" value="approve" disabled={isSending}>
        Approve
      </Button>
      <Button type="submit" name="decision" value="decline" disabled={isSending}>
        Decline
      </Button>
    </NoteForm>
  )
}

export function WithdrawForm({ title, about }: NoteFormProps) {
  const [state, send, isSending] = useActionState(withdrawWaiver, emptyNote)
  return (
    <NoteForm title={title} about={about} state={state} send={send} hint="May be left empty">
      <Button type="submit" disabled={isSending}>
        Withdraw
      </Button>
    </NoteForm>
  )
}

type Frame = NoteFormProps & {
  state: NoteFormState
  send: (form: FormData) => void
  hint: string
  children: React.ReactNode
}

function NoteForm({ title, about, state, send, hint, children }: Frame) {
  return (
    // It may be unfolded before the scripts are there: that is no mistake.
    <details className="text-table print:hidden" open={state.problem !== null} suppressHydrationWarning>
      <summary className="link inline-block py-1">{title}</summary>
      <form action={send} className="mt-1.5 grid max-w-sm grid-cols-1 gap-2">
        {Object.entries(about).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state.problem ? (
          <p role="alert" className="font-medium text-high-ink">
            {state.problem}
          </p>
        ) : null}
        <label className="block">
          <span className="mb-1 block text-xs text-soft">Note</span>
          <textarea
            name="note"
            maxLength={1000}
            rows={2}
            defaultValue={state.note}
            placeholder={hint}
            className="field h-auto w-full py-1.5"
          />
        </label>
        <div className="flex flex-wrap gap-2">{children}</div>
      </form>
    </details>
  )
}
