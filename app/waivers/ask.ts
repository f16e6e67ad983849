'use server'
import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { noteNotAllowed, noteNotTheirs } from '#app/_audit/refused.ts'
import { dateIn, wholeIn } from '#app/_search/params.ts'
import { findingsHref, readFindingsSearch } from '#app/findings/search.ts'
import { openView } from '#app/view.ts'
import { askForWaivers, mostWaivedAtOnce } from '#lib/commands/ask-for-waivers.ts'
import { mayDecideWaivers } from '#lib/commands/waiver-rights.ts'
import { waiverKinds } from '#lib/domain/waiver.ts'
import { everyFinding } from '#lib/queries/findings/finding-filter.ts'
import { auditOfWaivers } from './audit-of-waivers.ts'
import type { WaiverFormState } from './form-state.ts'
import { paramsOf } from './read-href.ts'
import { askSentence, noDate } from './words.ts'

const typed = z.object({
  kind: z.enum(waiverKinds).catch('accepted-risk'),
  reason: z.string().max(10_000).catch(''),
  endsOn: z.string().max(20).catch(''),
})

/**
 * Asks for a waiver of one finding, or of all of a view; who may decide has it approved at once. Which findings they are comes
 * as the address of the view and, for a single one, its row and rule: the command looks them up within what is the person's.
 */
export async function askForWaiver(_: WaiverFormState, form: FormData): Promise<WaiverFormState> {
  const view = await openView()
  const { db, person, now } = view
  const values = typed.parse(Object.fromEntries(form))
  const again = (problem: string): WaiverFormState => ({ ...values, problem })
  const endsOn = dateIn(values.endsOn)
  if (!endsOn) return again(noDate)

  const search = readFindingsSearch(paramsOf(form.get('view')))
  const only = subjectIn(form.get('row'))
  const approve = mayDecideWaivers(person)
  const request = {
    now,
    actor: person,
    filter: only ? { ...everyFinding, rules: [`${form.get('rule')}`] } : { ...search.filter, status: 'fail' as const },
    ...(only ? { only } : {}),
    expected: only ? null : wholeIn(`${form.get('expected')}`, 0, 1_000_000),
    terms: { kind: values.kind, reason: values.reason, endsOn },
    approve,
  }
  const result = await askForWaivers(db, request, async (tx, { waivers }) => {
    const { subject, detail } = auditOfWaivers(waivers)
    const event = { at: now, person, subject, detail: { ...detail, kind: values.kind, until: values.endsOn } }
    await recordAuditEvent(tx, { ...event, action: 'waiver-asked' })
    if (approve) await recordAuditEvent(tx, { ...event, action: 'waiver-approved' })
  })
  if (!result.done) {
    if (result.problem === 'not-allowed') noteNotAllowed(view, 'ask for waivers')
    // What they see fails, or they would not be asked: somebody has written the form themselves, or it was mended meanwhile.
    if (result.problem === 'nothing-fails' && only) noteNotTheirs(view, `ask for a waiver of ${form.get('row')}`)
    return again(askSentence(result.problem, result.findings, mostWaivedAtOnce))
  }

  revalidatePath('/', 'layout')
  const href = findingsHref({ ...search, page: 1 }, null)
  const said = new URLSearchParams({ done: result.batch, ...(result.left > 0 ? { left: `${result.left}` } : {}) })
  redirect(`${href}${href.includes('?') ? '&' : '?'}${said}` as Route)
}

/** The subject a form is about: null when it is about a whole view. What is no key is about nothing there is. */
function subjectIn(row: FormDataEntryValue | null): { objectId: number } | { vaultId: number } | null {
  if (row === null) return null
  const [, kind, id] = /^([ov])(\d{1,9})$/.exec(`${row}`) ?? []
  return kind === 'v' ? { vaultId: Number(id) } : { objectId: Number(id ?? 0) }
}
