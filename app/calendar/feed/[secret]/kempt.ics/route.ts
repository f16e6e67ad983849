// A calendar feed. Calendars sign in nowhere: the secret in the address is all the authority there is (see proxy.ts).
import { appDatabase } from '#app/db.ts'
import { appSettings } from '#app/settings.ts'
import { answerFeed } from '../../answer-feed.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: RouteContext<'/calendar/feed/[secret]/kempt.ics'>) {
  const { secret } = await params
  return answerFeed(request, secret, { db: appDatabase(), now: new Date(), url: appSettings().url })
}
