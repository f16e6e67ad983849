// A calendar feed. Calendars sign in nowhere: the secret in the address is all the authority there is (see proxy.ts).
import { noteRefusal } from '#app/_audit/note-refusal.ts'
import { addressOf } from '#app/_limits/address-of.ts'
import { appDatabase } from '#app/db.ts'
import { appSettings } from '#app/settings.ts'
import { answerFeed } from '../../answer-feed.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: RouteContext<'/calendar/feed/[secret]/kempt.ics'>) {
  const { secret } = await params
  const { url, proxies } = appSettings()
  const now = new Date()
  const answer = await answerFeed(request, secret, { db: appDatabase(), now, url })
  // Without the link: one that is mistyped is nearly a good one.
  const who = { address: addressOf(request.headers, proxies) }
  if (answer.status === 404) noteRefusal({ who, reason: 'no-such-feed', subject: null }, now)
  return answer
}
