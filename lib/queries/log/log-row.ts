// How far the access log of one vault is known, as it is shown and as it is exported.
import { z } from 'zod'
import { type UnreadCode, unreadCodes } from '#lib/domain/observed.ts'
import { type PlacedVault, placedVaultSchema, toPlacedVault } from '../placed-vault.ts'
import { type LogState, logStates } from './vault-logs.ts'

export type LogRow = PlacedVault & {
  state: LogState
  /** Why it is not read, or not wholly; null when it is. */
  code: UnreadCode | null
  detail: string | null
  /** Since when it is read, or is not; null: no snapshot has looked yet. */
  observedSinceAt: Date | null
  /** The first day (UTC) of which a row is remembered; null: of none. */
  sinceOn: string | null
  /** The newest row of all, from anybody. */
  newestAt: Date | null
  /** How far the workspaces were read. */
  readUntilAt: Date | null
  /** Those rows of the vault came from, the newest first. */
  workspaces: LogWorkspaceRow[]
  /** Days missing in between, as far back as was asked, and which ones. */
  missingDays: number
  gaps: LogGapRow[]
}

export type LogWorkspaceRow = { name: string; resourceId: string; since: string; newestAt: Date; readUntilAt: Date }

/** Days in a row, both ends included. `neverRead`: Kempt did not run for longer than the workspace keeps rows. */
export type LogGapRow = { from: string; to: string; days: number; neverRead: boolean }

const schema = placedVaultSchema.extend({
  state: z.enum(logStates),
  code: z.enum(unreadCodes).nullable(),
  detail: z.string().nullable(),
  since_at: z.date().nullable(),
  first_day: z.date().nullable(),
  newest_at: z.date().nullable(),
  until_at: z.date().nullable(),
  workspaces: z.array(
    z.object({
      name: z.string(),
      resourceId: z.string(),
      since: z.string(),
      newestAt: z.coerce.date(),
      readUntilAt: z.coerce.date(),
    }),
  ),
  missing: z.int(),
  gaps: z.array(z.object({ from: z.string(), to: z.string(), days: z.int(), neverRead: z.boolean() })),
})

/** Reads a row of `vaultLogs`. */
export function toLogRow(selected: unknown): LogRow {
  const row = schema.parse(selected)
  return {
    ...toPlacedVault(row),
    state: row.state,
    code: row.code,
    detail: row.detail,
    observedSinceAt: row.since_at,
    sinceOn: row.first_day?.toISOString().slice(0, 10) ?? null,
    newestAt: row.newest_at,
    readUntilAt: row.until_at,
    // A workspace that was never named is known by the end of its id.
    workspaces: row.workspaces.map((one) => ({ ...one, name: one.name || (one.resourceId.split('/').at(-1) ?? '') })),
    missingDays: row.missing,
    gaps: row.gaps,
  }
}
