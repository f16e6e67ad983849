import {
  type JobSettings,
  readJobSettings,
  readServerSettings,
  type ServerSettings,
  SettingsError,
} from '#lib/settings.ts'
import { broken, type Check, good } from './check.ts'

export type CheckedSettings = {
  checks: Check[]
  /** What the job needs; null when even that is wrong, and nothing more can be looked at. */
  job: JobSettings | null
  /** What the app needs besides; null when it could not start. */
  server: ServerSettings | null
}

/** Do the environment's settings make sense? One check for each that does not. */
export function checkSettings(environment: Readonly<Record<string, string | undefined>>): CheckedSettings {
  const server = attempt(() => readServerSettings(environment))
  if (!('faults' in server)) {
    const says = `Kempt answers at ${server.url}, and reads the estate ${server.schedule ? `at "${server.schedule}" (${server.timeZone})` : 'when it is asked to'}.`
    return { checks: [good('settings', 'environment', says)], job: server, server }
  }
  const job = attempt(() => readJobSettings(environment))
  const checks = server.faults.map(asCheck)
  return { checks, job: 'faults' in job ? null : job, server: null }
}

/** A fault begins with the variable it is about. */
function asCheck(fault: string): Check {
  const [, subject = 'environment', says = fault] = /^([A-Z_]+) (.*)$/s.exec(fault) ?? []
  return broken('settings', subject, says)
}

function attempt<T>(reading: () => T): T | { faults: readonly string[] } {
  try {
    return reading()
  } catch (error) {
    if (error instanceof SettingsError) return { faults: error.faults }
    throw error
  }
}
