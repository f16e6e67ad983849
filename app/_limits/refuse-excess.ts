// Is a request too much: too large, of no known size, or one too many? Asked before anything of it is read.
import type { RefusalReason } from '#lib/domain/audit-action.ts'
import type { AppSettings } from '#lib/settings.ts'
import { type Limited, secondsToWait, tooOftenSentence } from './limits.ts'

/** Of a form, in bytes. The largest there is carries a whole policy; next.config.mjs has the same for what Next reads. */
export const largestBody = 1_048_576

export type Excess = { reason: Extract<RefusalReason, 'too-large' | 'too-often'>; response: Response }

type Asked = { method: string; headers: Headers; pathname: string }

/** `who`: the object id of whoever is signed in, else the address. Null: it is not too much, and counts as done. */
export function refuseExcess(
  { method, headers, pathname }: Asked,
  { who, settings, now }: { who: string; settings: Pick<AppSettings, 'limits'>; now: Date },
): Excess | null {
  const size = refuseSize(headers)
  if (size) return { reason: 'too-large', response: size }
  const what = limitedThing(method, pathname)
  const seconds = what ? secondsToWait(what, who, settings, now) : 0
  if (!what || seconds === 0) return null
  const response = said(headers, 429, tooOftenSentence(what, seconds))
  response.headers.set('retry-after', String(seconds))
  return { reason: 'too-often', response }
}

/** A size that is not told beforehand could be any. */
function refuseSize(headers: Headers): Response | null {
  if (headers.has('transfer-encoding')) return said(headers, 411, 'A request has to say how large it is.')
  const told = headers.get('content-length')
  if (told === null || (/^\d+$/.test(told) && Number(told) <= largestBody)) return null
  return said(headers, 413, `A request may have ${largestBody / 1_048_576} MB at most.`)
}

/** Which limit a request falls under. A file is whatever its address ends like, so that no list of them has to be kept. */
export function limitedThing(method: string, pathname: string): Exclude<Limited, 'run'> | null {
  if (/^\/sign-in\/(start|callback)$/.test(pathname)) return 'sign-in'
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) return 'change'
  return /\.(csv|json|ics)$/.test(pathname) ? 'file' : null
}

/** One sentence: to a person as text, to a machine as JSON. */
function said(headers: Headers, status: number, sentence: string): Response {
  return headers.get('accept')?.includes('text/html')
    ? new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
    : Response.json({ error: sentence }, { status })
}
