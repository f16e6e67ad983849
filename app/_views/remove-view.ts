'use server'
import { revalidatePath } from 'next/cache'
import { noteRefusal } from '#app/_audit/note-refusal.ts'
import { openView } from '#app/view.ts'
import { deleteView } from '#lib/commands/delete-view.ts'

/** Removes one of the views of whoever sends it. One that is gone already, or is somebody else's, is left as it is. */
export async function removeView(form: FormData): Promise<void> {
  const { db, person, now } = await openView()
  const id = `${form.get('id') ?? ''}`
  const removed = /^\d{1,9}$/.test(id) && (await deleteView(db, { personId: person.objectId, id: Number(id) }))
  if (!removed) noteRefusal({ who: { person }, reason: 'not-theirs', subject: `saved view ${id.slice(0, 9)}` }, now)
  revalidatePath('/', 'layout')
}
