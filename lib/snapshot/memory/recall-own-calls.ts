import { type Database, sql } from '#lib/db/open-database.ts'
import { logDelayDays } from '#lib/domain/log-allowance.ts'

/**
 * The vaults that answered Kempt's lists in a snapshot old enough for the log to show it, while they had a setting for their
 * audit log, and when: by vault id.
 */
export async function recallOwnCalls(db: Database, capturedAt: Date): Promise<ReadonlyMap<number, Date>> {
  const rows = await db.$queryRaw<{ vaultId: number; madeAt: Date }[]>(sql`
    with settled as (
      select captured_at as at from snapshot
      where status in ('complete', 'partial')
        and captured_at <= ${capturedAt}::timestamptz - ${logDelayDays}::int * interval '24 hours'
      order by captured_at desc limit 1)
    select o.vault_id as "vaultId", s.at as "madeAt"
    from settled s
    join observation o on o.part = 'secrets' and o.status = 'read'
      and o.valid_from <= s.at and (o.valid_to is null or o.valid_to > s.at)
    where exists (
      select from tally t
      where t.vault_id = o.vault_id and t.rule_id = 'vault-without-audit-log' and t.pass > 0
        and t.valid_from <= s.at and (t.valid_to is null or t.valid_to > s.at))`)
  return new Map(rows.map(({ vaultId, madeAt }) => [vaultId, madeAt]))
}
