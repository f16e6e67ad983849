'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { noteNotAllowed } from '#app/_audit/refused.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { openView } from '#app/view.ts'
import { savePolicy } from '#lib/commands/save-policy.ts'
import { policySchema } from '#lib/domain/policy.ts'
import { utcInstant } from '#lib/format/date.ts'
import { maySetPolicy } from './may-set-policy.ts'
import type { SaveState } from './save-state.ts'

const json = z
  .string()
  .max(500_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('no JSON')
      return z.NEVER
    }
  })

const sent = z.object({
  draft: json.pipe(policySchema),
  expectedVersionId: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]),
})

const longestNote = 500

/** Saves a draft as the policy of all further snapshots. Only for leads; what the page showed is judged again here. */
export async function saveDraft(_: SaveState, form: FormData): Promise<SaveState> {
  const { db, person, now } = await openView()
  const note = z.string().trim().catch('').parse(form.get('note'))
  const again = (problem: string): SaveState => ({ problem, note })
  if (!maySetPolicy(person)) {
    noteNotAllowed({ person, now }, 'set the policy')
    return again('Only a person with the role Kempt.Lead may set the policy.')
  }
  if (note === '') return again('Say in a few words why it changes: whoever asks in a year finds it there.')
  if (note.length > longestNote) return again(`A note has at most ${longestNote} characters.`)
  const parsed = sent.safeParse(Object.fromEntries(form))
  if (!parsed.success) return again('What was sent is no policy. Open the draft again and save it from there.')

  const { draft: policy, expectedVersionId } = parsed.data
  const by = person.mail || person.objectId
  const saved = await savePolicy(db, { policy, note, by, at: now, expectedVersionId }, (tx, version) =>
    recordAuditEvent(tx, {
      at: now,
      person,
      action: 'policy-changed',
      subject: `policy version ${version.versionId}`,
      detail: {
        version: String(version.versionId),
        previousVersion: version.previousId === null ? 'none' : String(version.previousId),
        changed: version.changed.join(', '),
        note,
      },
    }),
  )
  if (saved.status === 'unchanged') return again('This is the policy in force already: there is nothing to save.')
  if (saved.status === 'outdated') {
    revalidatePath('/policy')
    return again(
      `${saved.by} saved another policy on ${utcInstant(saved.at)}. See what changes against that one, and save again.`,
    )
  }
  revalidatePath('/', 'layout')
  redirect('/policy')
}
