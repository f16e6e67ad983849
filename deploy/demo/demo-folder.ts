// What the demo keeps between two starts, and for which size of organization it was made.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../processes/refusal.ts'
import type { DemoSettings } from './demo-settings.ts'

export type DemoFolder = {
  /** Signs people's sessions; the same at every start, so that nobody has to sign in again. */
  sessionSecret: string
  /** Where the stand-in Azure keeps its keys. */
  azureState: string
  azureEnvironment: string
  azureLog: string
  appLog: string
}

const labelSchema = z.object({ days: z.number(), vaults: z.number() })
const labelName = 'demo.json'

/** Opens the folder, making it first if need be. Throws `Refusal` when it is not, or not such, a demo's. */
export function openDemoFolder({ folder, days, vaults }: DemoSettings): DemoFolder {
  if (filesIn(folder).length === 0) {
    writeFileSync(join(folder, labelName), `${JSON.stringify({ days, vaults })}\n`)
  }
  const label = readLabel(folder)
  if (label.days !== days || label.vaults !== vaults) {
    throw new Refusal(
      `The demo in ${folder} was made with KEMPT_DEMO_DAYS=${label.days} and KEMPT_DEMO_VAULTS=${label.vaults}: set these again, remove the folder, or set KEMPT_DATA_DIR to another one.`,
    )
  }
  return {
    sessionSecret: keptSecret(join(folder, 'session-secret')),
    azureState: join(folder, 'azure'),
    azureEnvironment: join(folder, 'azure.env'),
    azureLog: join(folder, 'azure.log'),
    appLog: join(folder, 'app.log'),
  }
}

function filesIn(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true })
    return readdirSync(folder)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error
    throw new Refusal(`The folder ${folder} cannot be used (${reason}): set KEMPT_DATA_DIR to another one.`)
  }
}

function readLabel(folder: string) {
  try {
    return labelSchema.parse(JSON.parse(readFileSync(join(folder, labelName), 'utf8')))
  } catch (cause) {
    throw new Refusal(
      `${folder} is not a whole demo (its ${labelName} is missing or damaged): remove the folder, or set KEMPT_DATA_DIR to another one.`,
      { cause },
    )
  }
}

function keptSecret(file: string): string {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8')
}
