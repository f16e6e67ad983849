// What is answered where somebody asks for what they may not have, and that it was refused.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { pathHeader } from '#app/_session/return-to.ts'
import type { View } from '#app/view.ts'
import type { Person } from '#lib/domain/scope.ts'
import { noteRefusal } from './note-refusal.ts'

/** Somebody sent what their role does not let them do; `deed` completes "was refused to …": "start a snapshot". */
export function noteNotAllowed({ person, now }: { person: Person; now: Date }, deed: string): void {
  noteRefusal({ who: { person }, reason: 'not-allowed', subject: deed }, now)
}

/**
 * Somebody who sees a part of the estate asked for what is outside it, or was never heard of: they are told neither, and Kempt
 * does not look which it was. Whoever sees everything has mistyped.
 */
export function noteNotTheirs({ person, scope, now }: View, subject: string): void {
  if (scope.kind === 'everything') return
  noteRefusal({ who: { person }, reason: 'not-theirs', subject }, now)
}

/** The page of something that is not there for whoever asks. */
export async function notTheirPage(view: View): Promise<never> {
  const path = (await headers()).get(pathHeader) ?? ''
  noteNotTheirs(view, path.split('?')[0] ?? '')
  notFound()
}

/** The file of something that is not there for whoever asks; `sentence` says so. */
export function notTheirFile(view: View, request: Request, sentence: string): Response {
  noteNotTheirs(view, new URL(request.url).pathname)
  return Response.json({ error: sentence }, { status: 404 })
}
