import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type VaultCoverage, vaultCoverage } from './vault-coverage.ts'

/** How many vaults of a scope are there, and how many of them were read how far? The four kinds add up to `vaults`. */
export type CoverageCount = { vaults: number } & Record<VaultCoverage, number>

export async function countCoverage(db: Database, scope: Scope, { at }: { at: Date }): Promise<CoverageCount> {
  const [row] = await db.$queryRaw<CoverageCount[]>(sql`
    select
      count(*)::int as vaults,
      count(*) filter (where coverage = 'not')::int as "not",
      count(*) filter (where coverage = 'partly')::int as partly,
      count(*) filter (where coverage = 'log')::int as log,
      count(*) filter (where coverage = 'read')::int as read
    from (${vaultCoverage(scope, at)}) seen`)
  if (!row) throw new Error('a count without a row')
  return row
}
