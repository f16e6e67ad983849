// One row of the access summary, checked and in the product's words.
import { z } from 'zod'
import { objectKinds } from '#lib/domain/vault-object.ts'

export const outcomes = ['ok', 'denied', 'missing', 'throttled', 'error'] as const

export type Outcome = (typeof outcomes)[number]

export type AccessSummaryRow = {
  /** Midnight UTC of the day. */
  day: Date
  /** ARM id in lower case. */
  vaultResourceId: string
  kind: (typeof objectKinds)[number]
  /** In lower case. */
  name: string
  /** 32 hex digits, or '' when the log names none. */
  version: string
  caller: Caller
  /** Key Vault's word, e.g. SecretGet. */
  operation: string
  outcome: Outcome
  calls: number
  /** Distinct client addresses, as Log Analytics estimates them. */
  addresses: number
  firstAt: Date
  lastAt: Date
}

export type Caller = {
  /** Object id, else application id, else 'unknown'. */
  identity: string
  kind: 'user' | 'application' | 'managed-identity'
  name: string
}

// Not transformed here: of a month of rows, that took as long as all the rest of reading them.
const text = z.string().nullish()

const rowSchema = z.object({
  day: z.date(),
  vault: z.string().startsWith('/subscriptions/'),
  objectKind: z.enum(objectKinds),
  name: z.string().min(1),
  version: text,
  identity: z.string().min(1),
  appid: text,
  upn: text,
  mirid: text,
  operation: z.string().min(1),
  outcome: z.enum(outcomes),
  calls: z.int().positive(),
  addresses: z.int().nonnegative(),
  firstAt: z.date(),
  lastAt: z.date(),
})

/** A row as the SDK gives it (cells in the order of `columns`); null when it is not one. */
export function readAccessRow(columns: readonly string[], cells: readonly unknown[]): AccessSummaryRow | null {
  const row = rowSchema.safeParse(Object.fromEntries(columns.map((column, index) => [column, cells[index]])))
  if (!row.success) return null
  const { vault, objectKind, identity, appid, upn, mirid, version, ...rest } = row.data
  const caller = callerOf(identity, { appid, upn, mirid })
  return { ...rest, kind: objectKind, vaultResourceId: vault, version: version ?? '', caller }
}

type Claim = string | null | undefined

function callerOf(identity: string, { appid, upn, mirid }: { appid: Claim; upn: Claim; mirid: Claim }): Caller {
  if (upn) return { identity, kind: 'user', name: upn }
  const hostOrIdentity = mirid?.split('/').at(-1)
  if (hostOrIdentity) return { identity, kind: 'managed-identity', name: hostOrIdentity }
  return { identity, kind: 'application', name: appid || identity }
}
