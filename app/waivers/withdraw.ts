'use server'
import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { noteNotAllowed } from '#app/_audit/refused.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { openView } from '#app/view.ts'
import { withdrawWaivers } from '#lib/commands/withdraw-waivers.ts'
import { auditOfWaivers } from './audit-of-waivers.ts'
import { doneHref } from './done.ts'
import type { NoteFormState } from './form-state.ts'
import { paramsOf } from './read-href.ts'
import { readWaiversSearch } from './search.ts'
import { whichIn } from './which-in.ts'
import { withdrawSentences } from './words.ts'

/** Withdraws one waiver, or all that stand of those asked for together: a lead anybody's, others their own. */
export async function withdrawWaiver(_: NoteFormState, form: FormData): Promise<NoteFormState> {
  const { db, person, now } = await openView()
  const note = `${form.get('note') ?? ''}`
  const request = { now, actor: person, which: whichIn(form), note }
  const result = await withdrawWaivers(db, request, (tx, { waivers }) => {
    const { subject, detail } = auditOfWaivers(waivers)
    const event = { at: now, person, subject, detail: { ...detail, note: note.trim() } }
    return recordAuditEvent(tx, { ...event, action: 'waiver-withdrawn' })
  })
  if (!result.done) {
    if (result.problem === 'not-allowed') noteNotAllowed({ person, now }, 'withdraw waivers')
    return { problem: withdrawSentences[result.problem], note }
  }
  revalidatePath('/', 'layout')
  const search = readWaiversSearch(paramsOf(form.get('view')))
  redirect(doneHref(search, { what: 'withdrawn', waivers: result.waivers.length, left: 0 }) as Route)
}
