// What the stories visit: a demo of their own, or, to try a story without waiting, one that runs already
// (E2E_URL, and E2E_DATA_DIR for the KEMPT_DATA_DIR it was started with).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

/** True when the demo was not started by the run, and is not ended by it. */
export const somebodyElses = process.env.E2E_URL !== undefined

export const origin = process.env.E2E_URL ?? `http://127.0.0.1:${process.env.E2E_PORT ?? 3190}`

/** Small enough to be made in a minute, large enough for every rule to fail somewhere. */
export const demoSize = { days: 21, vaults: 24 }

/** Where the demo keeps what it keeps. */
export function demoFile(name: string): string {
  const folder = process.env.E2E_DATA_DIR
  if (!folder) throw new Error('E2E_URL needs E2E_DATA_DIR: the KEMPT_DATA_DIR its demo was started with.')
  return join(folder, 'demo', name)
}

/** Of the stand-in Azure behind the demo: its own pages, and the door for tests. */
export function azureOrigin(): string {
  const { HTTPS_PROXY } = parseEnv(readFileSync(demoFile('azure.env'), 'utf8'))
  if (!HTTPS_PROXY) throw new Error(`${demoFile('azure.env')} does not say where the stand-in Azure is.`)
  return HTTPS_PROXY
}

/** What only Kempt and Azure may know: the secrets in the environment of the app. */
export function azureSecrets(): string[] {
  const { ENTRA_CLIENT_SECRET, IDENTITY_HEADER } = parseEnv(readFileSync(demoFile('azure.env'), 'utf8'))
  const sessionSecret = readFileSync(demoFile('session-secret'), 'utf8').trim()
  return [ENTRA_CLIENT_SECRET ?? '', IDENTITY_HEADER ?? '', sessionSecret].filter((secret) => secret.length > 10)
}

/** How many vaults the organization was made with. */
export function vaultsInDemo(): number {
  const { vaults } = JSON.parse(readFileSync(demoFile('demo.json'), 'utf8'))
  return Number(vaults)
}
