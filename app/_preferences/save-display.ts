'use server'
import { cookies } from 'next/headers'
import { cookieAttributes } from '#app/_session/session-cookie.ts'
import { appSettings } from '#app/settings.ts'
import { displayCookie, displayIn, displayText } from './display.ts'

const yearSeconds = 31_536_000

export type DisplaySaid = { problem: string | null; saved: boolean }

/**
 * Keeps how a person likes Kempt to look, in this browser alone: nothing is stored on the server, and nobody's rights are
 * touched. A cookie that changes has Next draw the page anew, the document around it too.
 */
export async function saveDisplay(_: DisplaySaid, form: FormData): Promise<DisplaySaid> {
  const wanted = displayIn(form)
  if ('problem' in wanted) return { problem: wanted.problem, saved: false }
  const attributes = cookieAttributes(appSettings().url, yearSeconds)
  ;(await cookies()).set(displayCookie, displayText(wanted), attributes)
  return { problem: null, saved: true }
}
