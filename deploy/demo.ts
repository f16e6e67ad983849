// `npm run demo`: Kempt at work without an Azure account. Everything is real but Azure: the job, the database, the app.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { obtainDatabase } from '#lib/db/obtain-database.ts'
import { build, isBuilt } from './build.ts'
import { setAzureClock } from './demo/azure-clock.ts'
import { demoEnvironment } from './demo/demo-environment.ts'
import { openDemoFolder } from './demo/demo-folder.ts'
import { readDemoSettings } from './demo/demo-settings.ts'
import { startStandInAzure } from './demo/stand-in-azure.ts'
import { createProgress } from './processes/progress.ts'
import { Refusal } from './processes/refusal.ts'
import { requireFreePort } from './processes/require-free-port.ts'
import { type Lifetime, runToTheEnd } from './processes/run-to-the-end.ts'
import { startApp } from './processes/start-app.ts'
import { startChild } from './processes/start-child.ts'

const host = '127.0.0.1'

await runToTheEnd(async (life) => {
  const settings = readDemoSettings(process.env)
  const { port, folder, days, vaults } = settings
  await requireFreePort(host, port)
  const kept = openDemoFolder(settings)
  const progress = createProgress()

  // Beside the history, which waits a good deal, unless there is only one processor to share.
  const building = isBuilt() || availableParallelism() === 1 ? null : build(life)
  // Heard below; until then its failure must not end the process unexplained.
  building?.catch(() => {})
  const database = await progress.during('Starting the database', () =>
    obtainDatabase({ databaseUrl: null, dataFolder: folder }),
  )
  life.onEnd(database.stop)
  const azure = await progress.during(`Starting a stand-in Azure with ${vaults} vaults`, () =>
    startStandInAzure(life, { ...kept, vaults }),
  )
  const url = `http://${host}:${port}`
  const env = demoEnvironment(process.env, {
    standIn: azure.environment,
    ours: {
      DATABASE_URL: database.url,
      KEMPT_DATA_DIR: folder,
      KEMPT_URL: url,
      KEMPT_SESSION_SECRET: kept.sessionSecret,
      KEMPT_DEMO: '1',
    },
  })
  await makeHistory(life, { days, azure: azure.origin, env })
  await setAzureClock(azure.origin, 'release')
  if (building || !isBuilt()) await progress.during('Building the app', () => building ?? build(life))
  const app = await progress.during('Starting the app', () => startApp(life, { host, port, env, log: kept.appLog }))

  life.settled()
  console.log(`Kempt is ready: ${url}`)
  throw await Promise.race([
    app.exited.then((code) => new Refusal(`The app ended with exit code ${code}: see ${kept.appLog}.`)),
    azure.child.exited.then(
      (code) => new Refusal(`The stand-in Azure ended with exit code ${code}: see ${kept.azureLog}.`),
    ),
  ])
})

async function makeHistory(
  life: Lifetime,
  { days, azure, env }: { days: number; azure: string; env: NodeJS.ProcessEnv },
) {
  const history = startChild(life, {
    script: fileURLToPath(new URL('./demo/history.ts', import.meta.url)),
    parameters: ['--days', String(days), '--azure', azure],
    env,
  })
  if ((await history.exited) !== 0) throw new Refusal('The history could not be made.')
}
