// The few variables the demo honours. All others are about a real organization and are kept away from it.
import { join } from 'node:path'
import { z } from 'zod'
import { jobVariables, serverVariables, wholeNumber } from '#lib/settings/variables.ts'
import { readVariables } from '#lib/settings.ts'

export type DemoSettings = {
  port: number
  /** Absolute path of the demo's own folder, so that it never meets the data of `npm start`. */
  folder: string
  /** How many daily snapshots of history. */
  days: number
  vaults: number
}

const schema = z.object({
  PORT: serverVariables.PORT,
  KEMPT_DATA_DIR: jobVariables.KEMPT_DATA_DIR,
  KEMPT_DEMO_DAYS: wholeNumber(1, 730).default(90),
  KEMPT_DEMO_VAULTS: wholeNumber(1, 5000).default(60),
})

/** Throws `SettingsError`. */
export function readDemoSettings(environment: NodeJS.ProcessEnv): DemoSettings {
  const variables = readVariables(schema, environment)
  return {
    port: variables.PORT,
    folder: join(variables.KEMPT_DATA_DIR, 'demo'),
    days: variables.KEMPT_DEMO_DAYS,
    vaults: variables.KEMPT_DEMO_VAULTS,
  }
}
