// Is this process serving, and does its database answer? For probes: no sign-in, and nothing said beyond that.
import { appDatabase } from '#app/db.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  try {
    await appDatabase().$queryRaw`select 1`
    return Response.json({ status: 'ok', database: 'ok' })
  } catch {
    return Response.json({ status: 'unavailable', database: 'unavailable' }, { status: 503 })
  }
}
