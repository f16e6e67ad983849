// `npm start`: Kempt against real Azure, with the settings of the environment.
import { obtainDatabase } from '#lib/db/obtain-database.ts'
import { readServerSettings } from '#lib/settings.ts'
import { build, isBuilt } from './build.ts'
import { createProgress } from './processes/progress.ts'
import { Refusal } from './processes/refusal.ts'
import { requireFreePort } from './processes/require-free-port.ts'
import { runToTheEnd } from './processes/run-to-the-end.ts'
import { startApp } from './processes/start-app.ts'

await runToTheEnd(async (life) => {
  const settings = readServerSettings(process.env)
  const { host, port, url } = settings
  await requireFreePort(host, port)
  const progress = createProgress()

  if (!isBuilt()) await progress.during('Building the app', () => build(life))
  const database = await progress.during('Starting the database', () => obtainDatabase(settings))
  life.onEnd(database.stop)
  const app = await progress.during('Starting the app', () =>
    startApp(life, { host, port, env: { ...process.env, DATABASE_URL: database.url, KEMPT_URL: url } }),
  )
  life.settled()
  console.log(`Kempt is ready: ${url}`)
  throw new Refusal(`The app ended with exit code ${await app.exited}.`)
})
