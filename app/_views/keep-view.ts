'use server'
import { revalidatePath } from 'next/cache'
import { openView } from '#app/view.ts'
import { saveView } from '#lib/commands/save-view.ts'
import { keptView } from './kept-view.ts'
import type { SaveViewState } from './save-state.ts'
import { savedSentence } from './save-words.ts'

/** Saves the view that a form stands under, for whoever sent it alone. It is no entry of the audit log: nobody else is concerned. */
export async function keepView(_: SaveViewState, form: FormData): Promise<SaveViewState> {
  const { db, person, now } = await openView()
  const [typed, told] = [form.get('name'), form.get('replaces')]
  const name = typeof typed === 'string' ? typed : ''
  const kept = keptView(form.get('view'))
  if (!kept) {
    return { problem: 'What was sent is no view of a list. Load the page again.', done: null, name, replaces: null }
  }
  const result = await saveView(db, {
    now,
    view: { personId: person.objectId, ...kept },
    name,
    replaces: typeof told === 'string' ? told : null,
  })
  const sentence = savedSentence(result)
  if (!result.done) {
    return { problem: sentence, done: null, name, replaces: result.problem === 'taken' ? result.name : null }
  }
  revalidatePath(kept.path)
  return { problem: null, done: sentence, name: '', replaces: null }
}
