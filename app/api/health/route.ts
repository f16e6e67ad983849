// Is this process serving, and does its database answer? For probes: no sign-in, and nothing said beyond that.
import { databaseAnswers } from '#app/db.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const answers = await databaseAnswers().catch(() => false)
  if (answers) return Response.json({ status: 'ok', database: 'ok' })
  return Response.json({ status: 'unavailable', database: 'unavailable' }, { status: 503 })
}
