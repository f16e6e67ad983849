// The rows of the access summary, checked and in the product's words.
import { z } from 'zod'
import { objectKinds } from '#lib/domain/vault-object.ts'

export const outcomes = ['ok', 'denied', 'missing', 'throttled', 'error'] as const

export type Outcome = (typeof outcomes)[number]

/** Calls of one caller on one day that were alike. */
export type AccessSummaryRow = {
  /** Midnight UTC of the day. */
  day: Date
  /** ARM id in lower case. */
  vaultResourceId: string
  /** What was called; null for the vault itself: lists, settings, and what was refused before an object was reached. */
  object: { kind: (typeof objectKinds)[number] /** In lower case. */; name: string } | null
  /** 32 hex digits, or '' when the log names none. */
  version: string
  /** Object id of the caller, else application id, else 'unknown'. */
  identity: string
  /** Key Vault's word, e.g. SecretGet. */
  operation: string
  outcome: Outcome
  /** Of the client; '' when the log names none. */
  address: string
  calls: number
  /** Calls in each hour of the day (UTC), 24 numbers. */
  hours: readonly number[]
  firstAt: Date
  lastAt: Date
}

export type Caller = {
  identity: string
  kind: 'user' | 'application' | 'managed-identity' | 'unknown'
  name: string
  applicationId: string | null
  /** ARM id, lower case: the resource of a system-assigned identity, or the user-assigned identity itself. */
  resourceId: string | null
  /** ARM id, lower case: the resource it was used from, where that is another. */
  hostId: string | null
}

/** That a vault's log was heard on a day: any row of it, from anybody. */
export type HeardDay = {
  day: Date
  vaultResourceId: string
  calls: number
  firstAt: Date
  lastAt: Date
  /** Kempt's own latest call; null when there was none, or Kempt does not know itself. */
  ownLastAt: Date | null
}

// Not transformed here: of a month of rows, that took as long as all the rest of reading them.
const text = z.string().nullish()
const vault = z.string().startsWith('/subscriptions/')

const callSchema = z.object({
  vault,
  objectKind: z.enum(['', ...objectKinds]),
  name: text,
  version: text,
  identity: z.string().min(1),
  operation: z.string().min(1),
  outcome: z.enum(outcomes),
  address: text,
  calls: z.int().positive(),
  hours: z.record(z.string().regex(/^(1?\d|2[0-3])$/), z.int().positive()),
  firstAt: z.date(),
  lastAt: z.date(),
})

const callerSchema = z.object({ identity: z.string().min(1), appid: text, upn: text, mirid: text, host: text })

const heardSchema = z.object({
  vault,
  calls: z.int().positive(),
  firstAt: z.date(),
  lastAt: z.date(),
  ownLastAt: z.date().nullish(),
})

export type SummaryRow =
  | ({ part: 'call' } & AccessSummaryRow)
  | ({ part: 'caller' } & Caller)
  | ({ part: 'heard' } & HeardDay)

/** A row as the SDK gives it (cells in the order of `columns`); null when it is not one. */
export function readSummaryRow(columns: readonly string[], cells: readonly unknown[]): SummaryRow | null {
  const row = Object.fromEntries(columns.map((column, index) => [column, cells[index]]))
  switch (row.part) {
    case 'call':
      return readCall(row)
    case 'caller': {
      const { success, data } = callerSchema.safeParse(row)
      return success ? { part: 'caller', ...callerOf(data) } : null
    }
    case 'heard': {
      const { success, data } = heardSchema.safeParse(row)
      if (!success) return null
      const { vault: vaultResourceId, ownLastAt = null, ...heard } = data
      return { part: 'heard', ...heard, vaultResourceId, ownLastAt, day: midnightOf(heard.firstAt) }
    }
    default:
      return null
  }
}

function readCall(row: Record<string, unknown>): SummaryRow | null {
  const { success, data } = callSchema.safeParse(row)
  if (!success) return null
  const { vault: vaultResourceId, objectKind: kind, name, version, address, hours, ...rest } = data
  if (kind !== '' && !name) return null
  return {
    part: 'call',
    ...rest,
    day: midnightOf(rest.firstAt),
    vaultResourceId,
    object: kind === '' ? null : { kind, name: name ?? '' },
    version: version ?? '',
    address: address ?? '',
    hours: Array.from({ length: 24 }, (_, hour) => hours[hour] ?? 0),
  }
}

const midnightOf = (at: Date) => new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000)

function callerOf({ identity, appid, upn, mirid, host }: z.infer<typeof callerSchema>): Caller {
  const ids = {
    identity,
    applicationId: appid || null,
    resourceId: mirid || null,
    hostId: host && host !== mirid ? host : null,
  }
  if (identity === 'unknown') return { ...ids, kind: 'unknown', name: 'not named in the log' }
  if (upn) return { ...ids, kind: 'user', name: upn }
  const hostOrIdentity = mirid?.split('/').at(-1)
  if (hostOrIdentity) return { ...ids, kind: 'managed-identity', name: hostOrIdentity }
  return { ...ids, kind: 'application', name: appid || identity }
}
