import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

export type FindingChoices = {
  subscriptions: { id: string; name: string }[]
  environments: string[]
  owners: string[]
  /** The first of them by name; a list to pick from need not be longer. */
  vaults: string[]
}

const mostVaults = 500

/** What can the list of findings be filtered by, within a scope at an instant? */
export async function listFindingChoices(db: Database, scope: Scope, { at }: { at: Date }): Promise<FindingChoices> {
  const rows = await db.$queryRaw<{ what: string; value: string; label: string }[]>(sql`
    with seen as materialized (
      select vs.vault_id, vs.subscription_id, vs.subscription_name, vs.environment, vs.owner as vault_owner, os.owner
      from vault_state vs
      left join (
        select distinct vault_id, owner from object_state os
        where ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}) os on os.vault_id = vs.vault_id
      where ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)} and ${withinScope(scope, sql`os.owner`, sql`vs.owner`)})
    select 'subscription' as what, subscription_id as value, max(subscription_name) as label from seen group by subscription_id
    union all
    select distinct 'environment', environment, environment from seen where environment is not null
    union all
    select 'owner', owner, owner from (
      select owner from seen union select vault_owner from seen where ${withinScope(scope, sql`vault_owner`)}) owners
    where owner is not null
    union all
    (select distinct 'vault', v.name, v.name from seen join vault v on v.id = seen.vault_id order by 2 limit ${mostVaults})
    order by 1, 3, 2`)
  const of = (what: string) => rows.filter((row) => row.what === what)
  return {
    subscriptions: of('subscription').map(({ value, label }) => ({ id: value, name: label })),
    environments: of('environment').map(({ value }) => value),
    owners: of('owner').map(({ value }) => value),
    vaults: of('vault').map(({ value }) => value),
  }
}
