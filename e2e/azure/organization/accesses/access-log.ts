// The rows of one vault's day, as they are written down.
import type { Reader } from '../company/identities.ts'
import type { Access, Vault } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { fraction, mix, type Seed } from '../seeded-random.ts'

export type AccessLog = {
  vault: Vault
  /** Midnight (UTC) the day begins at. */
  dayAt: number
  /** Belongs to the vault and the day. */
  seed: Seed
  rows: Access[]
}

export type Outcome = { httpStatus?: number; description?: string | null }

export function write(
  log: AccessLog,
  at: number,
  reader: Reader | null,
  operation: string,
  object: Access['object'],
  { httpStatus = 200, description = null }: Outcome = {},
): void {
  log.rows.push({
    at: new Date(at),
    vault: log.vault,
    operation,
    object,
    httpStatus,
    caller: reader?.caller ?? null,
    address: reader?.address ?? '',
    clientInfo: reader?.clientInfo ?? '',
    durationMs: 8 + (mix(at % 1_000_003, log.rows.length) % 52),
    description,
  })
}

/** The same call before the token: every new client asks once without one, and Azure logs it. */
export function writeChallenge(log: AccessLog, at: number, reader: Reader): void {
  log.rows.push({
    at: new Date(at),
    vault: log.vault,
    operation: 'Authentication',
    object: null,
    httpStatus: 401,
    caller: null,
    address: reader.address,
    clientInfo: reader.clientInfo,
    durationMs: 1 + (at % 5),
    description: null,
  })
}

export const isWorkday = (dayAt: number) => {
  const weekday = new Date(dayAt).getUTCDay()
  return weekday > 0 && weekday < 6
}

/** An instant of the day in the hours people work at, or at any hour. */
export function sometime(log: AccessLog, salt: number, hours: 'working' | 'any' = 'working'): number {
  const place = fraction(log.seed, salt)
  return log.dayAt + Math.floor(hours === 'any' ? place * dayMs : (6.5 + 10.5 * place) * 3_600_000)
}

/** What Azure writes into the row of a call it refused for want of a role or of an access policy. */
export function denial({ vault }: AccessLog, { caller }: Reader, permission: string): string {
  const id = caller.kind === 'user' ? `oid=${caller.objectId}` : `appid=${caller.applicationId};oid=${caller.objectId}`
  return vault.properties.enableRbacAuthorization === true
    ? `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: ${id}`
    : `The user, group or application '${id}' does not have ${permission} permission on key vault '${vault.name};location=${vault.location}'.`
}
