'use server'
import { revalidatePath } from 'next/cache'
import { noteRefusal } from '#app/_audit/note-refusal.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { noteNotAllowed } from '#app/_audit/refused.ts'
import { secondsToWait, tooOftenSentence } from '#app/_limits/limits.ts'
import { runningQueue } from '#app/_schedule/running-queue.ts'
import { appSettings } from '#app/settings.ts'
import { openView } from '#app/view.ts'
import { mayRunSnapshots } from './may-run-snapshots.ts'
import { readProgress } from './read-progress.ts'

/** Why no snapshot was asked for, in one sentence; null before anything was asked, and after it was. */
export type RunNowProblem = string | null

/** Asks for a snapshot of now. Only for leads; asking again while one waits or runs changes nothing. */
export async function runNow(): Promise<RunNowProblem> {
  const view = await openView()
  if (!mayRunSnapshots(view.person)) {
    noteNotAllowed(view, 'start a snapshot')
    return 'Only a person with the role Kempt.Lead may start a snapshot.'
  }
  const { state } = await readProgress(view)
  if (state === 'idle' || state === 'interrupted') {
    const { db, person, now } = view
    const seconds = secondsToWait('run', person.objectId, appSettings(), now)
    if (seconds > 0) {
      noteRefusal({ who: { person }, reason: 'too-often', subject: 'start a snapshot' }, now)
      return tooOftenSentence('run', seconds)
    }
    const requestedBy = person.mail || person.objectId
    const taken = await runningQueue().request({ trigger: 'person', requestedBy })
    if (taken) await recordAuditEvent(db, { at: now, person, action: 'snapshot-requested' })
    // Somebody else may have asked meanwhile, which the page will show; else the one before is not out of the queue.
    else if ((await readProgress(view)).state === 'idle') return 'A snapshot is just ending: ask again in a second.'
  }
  revalidatePath('/snapshots')
  return null
}
