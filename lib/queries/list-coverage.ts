import { z } from 'zod'
import { type Database, sql } from '#lib/db/open-database.ts'
import { type Part, parts, type UnreadCode, unreadCodes } from '#lib/domain/observed.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type PlacedVault, placedVaultSchema, toPlacedVault } from './placed-vault.ts'
import { type VaultCoverage, vaultCoverage } from './vault-coverage.ts'

/** Which vaults were not wholly seen, which parts of them, since when and why? Worst first. */
export type CoverageRow = PlacedVault & {
  coverage: Exclude<VaultCoverage, 'read'>
  gaps: CoverageGap[]
}

/** Parts that are missing for the same reason. */
export type CoverageGap = {
  /** `items` and `fields`: seen in part, see Observed. `all`: not seen. */
  parts: { part: Part; missing: 'all' | 'items' | 'fields' }[]
  code: UnreadCode
  detail: string
  sinceAt: Date
}

export type CoverageFilter = Exclude<VaultCoverage, 'read'>

const gapSchema = z.object({
  part: z.enum(parts),
  status: z.enum(['partly', 'not']),
  missing: z.enum(['items', 'fields']).nullable(),
  code: z.enum(unreadCodes),
  detail: z.string().nullable(),
  since: z.coerce.date(),
})

const rowSchema = placedVaultSchema.extend({
  coverage: z.enum(['not', 'partly', 'log']),
  gaps: z.array(gapSchema),
})

export async function listCoverage(
  db: Database,
  scope: Scope,
  {
    at,
    coverage,
    reason = null,
    page,
    pageSize,
  }: {
    at: Date
    coverage: CoverageFilter | null
    /** Why an essential part was not read; null is any reason, or none that is known. */
    reason?: UnreadCode | null
    page: number
    pageSize: number
  },
): Promise<{ rows: CoverageRow[]; total: number }> {
  const kept = coverage ? sql`coverage = ${coverage}` : sql`coverage <> 'read'`
  const wanted = reason ? sql`${kept} and ${reason} = any(reasons)` : kept
  const seen = vaultCoverage(scope, at)
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<unknown[]>(sql`
      select seen.*, id as vault_id from (${seen}) seen where ${wanted}
      order by array_position(array['not', 'partly', 'log'], coverage), gap_since desc nulls last, name, id
      limit ${pageSize} offset ${(page - 1) * pageSize}`),
    db.$queryRaw<{ total: number }[]>(sql`select count(*)::int as total from (${seen}) seen where ${wanted}`),
  ])
  return { rows: rows.map((row) => toRow(rowSchema.parse(row))), total: counted?.total ?? 0 }
}

function toRow(row: z.infer<typeof rowSchema>): CoverageRow {
  return {
    ...toPlacedVault(row),
    coverage: row.coverage,
    gaps: gather(row.gaps),
  }
}

/** One gap per reason: a firewall that hides three lists is one problem, not three. */
function gather(gaps: readonly z.infer<typeof gapSchema>[]): CoverageGap[] {
  const inOrder = gaps.toSorted((one, other) => parts.indexOf(one.part) - parts.indexOf(other.part))
  const groups = Map.groupBy(inOrder, ({ code }) => code)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return {
      parts: group.map(({ part, missing }) => ({ part, missing: missing ?? 'all' })),
      code: first.code,
      detail: first.detail ?? '',
      sinceAt: new Date(Math.min(...group.map(({ since }) => since.getTime()))),
    }
  })
}
