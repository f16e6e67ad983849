'use client'
// The form that waives one finding or all of a view, folded until it is wanted. Without scripts it is sent and comes back the
// same way; what was typed stays in it.
import { useActionState, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { waiverKinds } from '#lib/domain/waiver.ts'
import { askForWaiver } from './ask.ts'
import { kindWords } from './words.ts'

export type WaiverFormDays = { firstOn: string; lastOn: string; usualOn: string }

type WaiverFormProps = {
  /** What unfolds it: "Waive", "Ask for a waiver". */
  title: string
  /** What sending it would do, exactly. */
  says: string
  days: WaiverFormDays
  /** Where the form stands, and what it is about: sent along, and looked up again by who receives it. */
  about: Readonly<Record<string, string>>
}

export function WaiverForm({ title, says, days, about }: WaiverFormProps) {
  const [state, send, isSending] = useActionState(askForWaiver, {
    problem: null,
    kind: 'accepted-risk',
    reason: '',
    endsOn: days.usualOn,
  })
  const problemId = useId()
  return (
    // It may be unfolded before the scripts are there: that is no mistake.
    <details className="text-table print:hidden" open={state.problem !== null} suppressHydrationWarning>
      <summary className="link inline-block py-1">{title}</summary>
      <form action={send} className="mt-2 grid max-w-lg grid-cols-1 gap-3 rounded-md border border-line bg-sunken p-3">
        {Object.entries(about).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="text-soft">{says}</p>
        {state.problem ? (
          <p id={problemId} role="alert" className="font-medium text-high-ink">
            {state.problem}
          </p>
        ) : null}
        <label className="block">
          <span className="mb-1 block text-xs text-soft">Reason</span>
          <textarea
            name="reason"
            required
            maxLength={1000}
            rows={3}
            defaultValue={state.reason}
            aria-describedby={state.problem ? problemId : undefined}
            placeholder="Why this is accepted, and what holds meanwhile"
            className="field h-auto w-full py-1.5"
          />
        </label>
        <div className="flex flex-wrap gap-3">
          <label className="block min-w-0">
            <span className="mb-1 block text-xs text-soft">Kind</span>
            {/* A select forgets its default when the form is sent: it begins anew with what was chosen. */}
            <select key={state.kind} name="kind" defaultValue={state.kind} className="field w-full">
              {waiverKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindWords[kind]}
                </option>
              ))}
            </select>
          </label>
          <label className="block">
            <span className="mb-1 block text-xs text-soft">Last day (UTC)</span>
            <input
              type="date"
              name="endsOn"
              required
              min={days.firstOn}
              max={days.lastOn}
              defaultValue={state.endsOn}
              className="field"
            />
          </label>
        </div>
        <div>
          <Button type="submit" look="main" disabled={isSending}>
            {title}
          </Button>
        </div>
      </form>
    </details>
  )
}
