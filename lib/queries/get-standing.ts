import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { vaultCoverage } from './vault-coverage.ts'

export type Standing = {
  /** The snapshot that everything at that instant comes from. */
  snapshotId: number
  capturedAt: Date
  finishedAt: Date
  status: 'complete' | 'partial'
  /** Where history begins. */
  firstCapturedAt: Date
  /** When vaults were read anew since by a snapshot that has not come to an end, or failed; null when none were. */
  readSinceAt: Date | null
  /** Vaults the scope may see, and how much of them was read. Versions and access logs have their own lines in the ledger. */
  vaults: number
  read: number
  partly: number
  not: number
}

/** What do the figures at this instant rest on: which snapshot, and how much of the estate? Null before the first one. */
export async function getStanding(db: Database, { scope, at }: { scope: Scope; at: Date }): Promise<Standing | null> {
  const [row] = await db.$queryRaw<Standing[]>(sql`
    with finished as (
      select * from snapshot where status in ('complete', 'partial') and finished_at is not null and captured_at <= ${at}),
    latest as (select * from finished order by captured_at desc limit 1),
    coverage as (${vaultCoverage(scope, at)})
    select
      latest.id as "snapshotId",
      latest.captured_at as "capturedAt",
      latest.finished_at as "finishedAt",
      latest.status::text as status,
      (select min(captured_at) from finished) as "firstCapturedAt",
      (select max(s.captured_at) from snapshot s
        where s.captured_at > latest.captured_at and s.captured_at <= ${at} and s.vaults_done > 0) as "readSinceAt",
      (select count(*)::int from coverage) as vaults,
      (select count(*)::int from coverage where coverage in ('read', 'log')) as read,
      (select count(*)::int from coverage where coverage = 'partly') as partly,
      (select count(*)::int from coverage where coverage = 'not') as not
    from latest`)
  return row ?? null
}
