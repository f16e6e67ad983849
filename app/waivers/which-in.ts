import type { WhichWaivers } from '#lib/commands/change-waivers.ts'

/** Which waivers a form is about: one of them, or all that were asked for together. Nonsense is about none. */
export function whichIn(form: FormData): WhichWaivers {
  const batch = form.get('batch')
  if (typeof batch === 'string') return { batch }
  const id = `${form.get('id') ?? ''}`
  return { ids: /^\d{1,9}$/.test(id) ? [Number(id)] : [] }
}
