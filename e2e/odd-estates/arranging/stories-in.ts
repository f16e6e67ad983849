// Stories in an estate of their own. It is made once for a file: its Azure, its database, what the story lets happen there
// (`arrange`: mostly the snapshot job itself), and the app as it is built, which has never seen another one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Lifetime } from '#deploy/processes/run-to-the-end.ts'
import type { StandIn } from '../../azure/open-stand-in.ts'
import { runTheSnapshot } from '../../bench/run-the-snapshot.ts'
import { test } from '../../house.ts'
import { type OddDatabase, openOddDatabase } from './a-database.ts'
import { openOddAzure } from './an-azure.ts'
import { startOddApp } from './the-app.ts'

export type Arranging = {
  azure: StandIn
  database: OddDatabase
  /** Runs the job to its end, as a scheduler does. */
  takeSnapshot(at?: Date): Promise<void>
}

export type Arrangement = {
  /** How many are generated as in the demo; none unless told. */
  vaults?: number
  objectsPerVault?: number
  /** A database elsewhere than beside the demo's. */
  openDatabase?: () => Promise<OddDatabase>
  arrange(estate: Arranging): Promise<void>
}

export function storiesIn({ vaults = 0, objectsPerVault = 50, openDatabase = openOddDatabase, arrange }: Arrangement) {
  return test.extend<object, { kemptUrl: string }>({
    kemptUrl: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
      async ({}, use) => {
        const { life, end } = openLifetime()
        try {
          const folder = mkdtempSync(join(tmpdir(), 'kempt-odd-'))
          life.onEnd(() => rmSync(folder, { recursive: true, force: true }))
          const azure = await openOddAzure({ vaults, objectsPerVault })
          life.onEnd(() => azure.close())
          const database = await openDatabase()
          life.onEnd(() => database.close())
          const takeSnapshot = async (at = new Date()) => void (await runTheSnapshot(azure, database.url, at))
          await arrange({ azure, database, takeSnapshot })
          await use(await startOddApp(life, { databaseUrl: database.url, azure, log: join(folder, 'app.log') }))
        } finally {
          await end()
        }
      },
      { scope: 'worker', timeout: 300_000 },
    ],
    baseURL: ({ kemptUrl }, use) => use(kemptUrl),
  })
}

/** What was opened last is closed first, whatever happened in between. */
function openLifetime(): { life: Lifetime; end(): Promise<void> } {
  const closers: (() => unknown)[] = []
  const ending = new AbortController()
  const life = { onEnd: (close: () => unknown) => void closers.push(close), settled() {}, signal: ending.signal }
  const end = async () => {
    ending.abort()
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  }
  return { life, end }
}
