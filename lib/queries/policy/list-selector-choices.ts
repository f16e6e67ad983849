import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { listFindingChoices } from '../findings/list-finding-choices.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

export type SelectorChoices = {
  environments: string[]
  /** By name. */
  subscriptions: string[]
  vaults: string[]
  owners: string[]
  /** Names of tags, as they are written most often. */
  tags: string[]
}

const mostTags = 200

/** Which environments, subscriptions, vaults, owners and tags are there for an override to be for, within a scope? */
export async function listSelectorChoices(db: Database, scope: Scope, { at }: { at: Date }): Promise<SelectorChoices> {
  const held = heldAt(at, sql`s.valid_from`, sql`s.valid_to`)
  const mine = withinScope(scope, sql`s.owner`)
  const [choices, tags] = await Promise.all([
    listFindingChoices(db, scope, { at }),
    db.$queryRaw<{ name: string }[]>(sql`
      select mode() within group (order by name) as name from (
        select jsonb_object_keys(s.tags) as name from vault_state s where ${held} and ${mine}
        union all
        select jsonb_object_keys(s.tags) from object_state s where ${held} and ${mine}) named
      group by lower(name)
      order by lower(name)
      limit ${mostTags}`),
  ])
  const { environments, subscriptions, vaults, owners } = choices
  return {
    environments,
    subscriptions: subscriptions.map(({ name }) => name),
    vaults,
    owners,
    tags: tags.map(({ name }) => name),
  }
}
