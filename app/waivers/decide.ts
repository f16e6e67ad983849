'use server'
import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { noteNotAllowed } from '#app/_audit/refused.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { openView } from '#app/view.ts'
import { decideWaivers } from '#lib/commands/decide-waivers.ts'
import { auditOfWaivers } from './audit-of-waivers.ts'
import type { NoteFormState } from './form-state.ts'
import { doneHref } from './done.ts'
import { paramsOf } from './read-href.ts'
import { readWaiversSearch } from './search.ts'
import { whichIn } from './which-in.ts'
import { decideSentences } from './words.ts'

/** Approves or declines one waiver, or all that wait of those asked for together. Only for leads. */
export async function decideWaiver(_: NoteFormState, form: FormData): Promise<NoteFormState> {
  const { db, person, now } = await openView()
  const note = `${form.get('note') ?? ''}`
  const approve = form.get('decision') === 'approve'
  const request = { now, actor: person, which: whichIn(form), approve, note }
  const result = await decideWaivers(db, request, (tx, { waivers }) => {
    const { subject, detail } = auditOfWaivers(waivers)
    const event = { at: now, person, subject, detail: { ...detail, ...(approve ? {} : { note: note.trim() }) } }
    return recordAuditEvent(tx, { ...event, action: approve ? 'waiver-approved' : 'waiver-declined' })
  })
  if (!result.done) {
    if (result.problem === 'not-allowed') noteNotAllowed({ person, now }, 'decide about waivers')
    return { problem: decideSentences[result.problem], note }
  }
  revalidatePath('/', 'layout')
  const search = readWaiversSearch(paramsOf(form.get('view')))
  const what = approve ? 'approved' : 'declined'
  redirect(doneHref(search, { what, waivers: result.waivers.length, left: result.left }) as Route)
}
