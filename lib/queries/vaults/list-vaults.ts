import { type Database, type Sql, sql } from '#lib/db/open-database.ts'
import type { UnreadCode } from '#lib/domain/observed.ts'
import type { OwnerSource } from '#lib/domain/owner.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { heldAt } from '../held-at.ts'
import { type VaultCoverage, vaultCoverage } from '../vault-coverage.ts'
import { withinScope } from '../within-scope.ts'
import {
  type Logging,
  type Network,
  networkOf,
  type VaultFilter,
  type VaultOrder,
  vaultOrder,
  wantedVaults,
} from './vault-filter.ts'
import { vaultWithinScope } from './vault-within-scope.ts'

/** Figures are over what the scope may see in the vault. What is about the vault itself is null where it is not the person's. */
export type VaultRow = {
  vaultId: number
  name: string
  resourceId: string
  /** The vault itself is within the scope, not only something in it. */
  owned: boolean
  owner: string | null
  ownerSource: OwnerSource | null
  environment: string | null
  subscriptionId: string | null
  subscriptionName: string | null
  resourceGroup: string | null
  location: string | null
  accessModel: 'rbac' | 'access-policy' | null
  network: Network | null
  purgeProtection: boolean | null
  logging: Logging | null
  coverage: VaultCoverage | null
  /** Why parts of it were not read. */
  unreadCodes: UnreadCode[]
  /** 0 to 1; null when nothing could be decided. */
  posture: number | null
  passed: number
  /** Passed or failed. */
  judged: number
  unknown: number
  /** Findings accepted until a date: neither passed nor judged. */
  waived: number
  objects: number
} & { [severity in Severity]: number }

/** Which vaults are there, and how do they stand? One page of them; `total` is 0 on a page past the end. */
export async function listVaults(
  db: Database,
  scope: Scope,
  {
    at,
    filter,
    order,
    page,
    pageSize,
  }: { at: Date; filter: VaultFilter; order: VaultOrder; page: number; pageSize: number },
): Promise<{ rows: VaultRow[]; total: number }> {
  const rows = await db.$queryRaw<(VaultRow & { total: number })[]>(sql`
    select *, (count(*) over ())::int as total
    from (${standingVaults(scope, at)}) v
    where ${wantedVaults(filter)}
    order by ${vaultOrder(order)}
    limit ${pageSize} offset ${(page - 1) * pageSize}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

function standingVaults(scope: Scope, at: Date): Sql {
  const failing = (severity: Severity) =>
    sql`coalesce(sum(c.fail) filter (where r.severity = ${severity}::severity), 0)::int as ${sql([severity])}`
  return sql`
    with counted as materialized (
      select t.vault_id, t.rule_id, sum(t.pass)::int as pass, sum(t.fail)::int as fail, sum(t.unknown)::int as unknown,
        sum(t.waived)::int as waived
      from standing_tally t
      where ${heldAt(at, sql`t.valid_from`, sql`t.valid_to`)} and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)}
      group by t.vault_id, t.rule_id),
    judged as (
      select c.vault_id, sum(c.pass)::int as passed, sum(c.pass + c.fail)::int as judged, sum(c.unknown)::int as unknown,
        sum(c.waived)::int as waived,
        -- As lib/domain/posture.ts has it, said again because a page of vaults is sorted by it; a test holds the two together.
        sum(r.weight * c.pass::float8 / nullif(c.pass + c.fail, 0)) / sum(r.weight) filter (where c.pass + c.fail > 0) as posture,
        ${failing('critical')}, ${failing('high')}, ${failing('medium')}, ${failing('low')},
        max(case when c.rule_id <> 'vault-without-audit-log' then null when c.pass > 0 then 'on' when c.fail + c.waived > 0 then 'off' end) as logging
      from counted c join rule r on r.id = c.rule_id
      group by c.vault_id),
    held as (
      select os.vault_id, count(*)::int as objects
      from object_state os
      left join vault_state vs on vs.vault_id = os.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
      where ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)} and ${withinScope(scope, sql`os.owner`, sql`vs.owner`)}
      group by os.vault_id)
    select v.id as "vaultId", v.name, v.resource_id as "resourceId", own.owned, vs.owner, vs.owner_source as "ownerSource",
      vs.environment, vs.subscription_id as "subscriptionId", vs.subscription_name as "subscriptionName",
      vs.resource_group as "resourceGroup", vs.location,
      case when own.owned then vs.settings ->> 'accessModel' end as "accessModel",
      case when own.owned then ${networkOf(sql`vs.settings`)} end as network,
      case when own.owned then (vs.settings ->> 'purgeProtection')::boolean end as "purgeProtection",
      case when own.owned then coalesce(j.logging, 'unknown') end as logging,
      seen.coverage, coalesce(array(select distinct jsonb_path_query(seen.gaps, '$[*].code') #>> '{}' order by 1), '{}') as "unreadCodes",
      j.posture, coalesce(j.passed, 0) as passed, coalesce(j.judged, 0) as judged, coalesce(j.unknown, 0) as unknown, coalesce(j.waived, 0) as waived,
      coalesce(held.objects, 0) as objects, coalesce(j.critical, 0) as critical, coalesce(j.high, 0) as high,
      coalesce(j.medium, 0) as medium, coalesce(j.low, 0) as low
    from vault v
    left join vault_state vs on vs.vault_id = v.id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
    cross join lateral (select coalesce(${withinScope(scope, sql`vs.owner`)}, false) as owned) own
    left join judged j on j.vault_id = v.id
    left join held on held.vault_id = v.id
    left join (${vaultCoverage(scope, at)}) seen on seen.id = v.id
    where v.seen_first_at <= ${at} and (v.gone_at is null or v.gone_at > ${at})
      and ${vaultWithinScope(scope, { vaultId: sql`v.id`, owner: sql`vs.owner`, at })}`
}
