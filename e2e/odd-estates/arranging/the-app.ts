// The app as it is built, on a free port, over a database and an Azure of a story's own.
import { randomBytes } from 'node:crypto'
import { isBuilt } from '#deploy/build.ts'
import { demoEnvironment } from '#deploy/demo/demo-environment.ts'
import type { Lifetime } from '#deploy/processes/run-to-the-end.ts'
import { startApp } from '#deploy/processes/start-app.ts'
import { freePort } from '#lib/db/embedded/free-port.ts'
import type { StandIn } from '../../azure/open-stand-in.ts'

const host = '127.0.0.1'

/** Starts it, and returns its origin. */
export async function startOddApp(
  life: Lifetime,
  { databaseUrl, azure, log }: { databaseUrl: string; azure: StandIn; log: string },
): Promise<string> {
  if (!isBuilt()) throw new Error('The app is not built from these sources: run "npm run build" first.')
  const port = await freePort()
  const url = `http://${host}:${port}`
  const env = demoEnvironment(process.env, {
    standIn: azure.environment,
    ours: {
      DATABASE_URL: databaseUrl,
      KEMPT_URL: url,
      KEMPT_SESSION_SECRET: randomBytes(32).toString('base64url'),
      // What stands there is what the story put there, whatever the hour.
      KEMPT_SCHEDULE: 'off',
    },
  })
  await startApp(life, { host, port, env, log })
  return url
}
