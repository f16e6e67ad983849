// The stand-in Azure as a child process, and what an application needs in its environment to take it for Azure.
import { readFileSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { Refusal } from '../processes/refusal.ts'
import type { Lifetime } from '../processes/run-to-the-end.ts'
import { type Child, startChild } from '../processes/start-child.ts'

export type StandInAzure = { child: Child; origin: string; environment: NodeJS.Dict<string> }

const script = fileURLToPath(new URL('../../e2e/azure/main.ts', import.meta.url))
const patienceMs = 60_000

/** Starts it on a free port and waits until it is ready. */
export async function startStandInAzure(
  life: Lifetime,
  where: { azureState: string; azureEnvironment: string; azureLog: string; vaults: number },
): Promise<StandInAzure> {
  const { azureState, azureEnvironment, azureLog, vaults } = where
  rmSync(azureEnvironment, { force: true })
  const child = startChild(life, {
    script,
    // Whoever asks for a value gets it there: that none is in the demo says that Kempt did not ask.
    parameters: ['--trap', '--port', '0', '--env', azureEnvironment, '--state', azureState, '--vaults', String(vaults)],
    env: process.env,
    log: azureLog,
  })
  const origin = await readOrigin(child, azureLog)
  return { child, origin, environment: parseEnv(readFileSync(azureEnvironment, 'utf8')) }
}

async function readOrigin(child: Child, log: string): Promise<string> {
  let ended = false
  const end = child.exited.finally(() => {
    ended = true
  })
  end.catch(() => {})
  const deadline = performance.now() + patienceMs
  while (!ended && performance.now() < deadline) {
    const origin = /^Stand-in Azure is ready: (\S+)$/m.exec(readFileSync(log, 'utf8'))?.[1]
    if (origin !== undefined) return origin
    await wait(50)
  }
  throw new Refusal(`The stand-in Azure did not start.\n${child.lastWords()}`.trim())
}
