// Yesterday's snapshot is whole. Today's was killed when it had read some of the vaults, and nobody has run another one.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { StandIn } from '../../azure/open-stand-in.ts'
import type { Arrangement } from '../arranging/stories-in.ts'

export const vaults = ['one', 'two', 'three', 'four', 'five'].map((name) => `kv-number-${name}`)
/** Came after yesterday's snapshot, so that only today's can know of it. */
export const newVault = 'kv-came-today'

const program = fileURLToPath(new URL('../../../lib/snapshot/main.ts', import.meta.url))
const dayMs = 86_400_000

export const interrupted: Arrangement = {
  async arrange({ azure, database, takeSnapshot }) {
    const { organization, clock } = azure.azure
    const yesterday = new Date(Date.now() - dayMs)
    const from = new Date(Date.now() - 20 * dayMs)
    for (const name of vaults) {
      organization.amend({ kind: 'vault', from, vault: { name }, objects: [{ name: 'smtp-password' }] })
    }
    clock.set(yesterday)
    await takeSnapshot(yesterday)
    clock.release()
    organization.amend({ kind: 'vault', from: new Date(), vault: { name: newVault }, objects: [{ name: 'first' }] })
    // The last vault of them never answers.
    azure.faults.add({ id: 'silent', match: { host: `${vaults.at(-1)}.vault.azure.net` }, act: { kind: 'stall' } })
    await killedAfter(azure, database.url, vaults.length)
    azure.faults.clear()
    // Six minutes pass without a sign of life.
    await database.query(
      "update snapshot set heartbeat_at = now() - interval '6 min', started_at = now() - interval '9 min' where status = 'running'",
    )
  },
}

/** Runs the job, and kills it outright once it has done so many vaults. */
async function killedAfter({ environment }: StandIn, databaseUrl: string, done: number): Promise<void> {
  const job = spawn(process.execPath, [program, '--json'], {
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  })
  const ended = once(job, 'close')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const asked = 'select 1 from snapshot where status = $1 and vaults_done >= $2'
    while (job.exitCode === null && (await client.query(asked, ['running', done])).rowCount === 0);
  } finally {
    await client.end()
    job.kill('SIGKILL')
  }
  await ended
  if (job.signalCode !== 'SIGKILL') throw new Error(`The job ended by itself, with ${job.exitCode}.`)
}
