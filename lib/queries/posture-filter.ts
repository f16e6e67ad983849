// Which part of the estate a posture is of. Every field narrows; one that is null narrows nothing.
import { emptySql, joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import { heldAt } from './held-at.ts'

/** Stands for the absence of an owner or an environment. */
const none = 'none'

export type PostureFilter = {
  vault: string | null
  /** A name, or `none`. */
  owner: string | null
  /** Id or name. */
  subscription: string | null
  /** A name, or `none`. */
  environment: string | null
}

export const wholeEstate: PostureFilter = { vault: null, owner: null, subscription: null, environment: null }

/** The joins and the condition over tallies `t` that keep a part of the estate, as its vaults are placed at `at`. */
export function talliesOf(
  { vault, owner, subscription, environment }: PostureFilter,
  at: Date,
): { joins: Sql; where: Sql } {
  const placed = subscription !== null || environment !== null
  const conditions = [
    vault !== null && sql`t.vault_id in (select id from vault where lower(name) = ${lower(vault)})`,
    owner !== null && (owner === none ? sql`t.owner is null` : sql`t.owner = ${lower(owner)}`),
    subscription !== null &&
      sql`(place.subscription_id = ${lower(subscription)} or lower(place.subscription_name) = ${lower(subscription)})`,
    environment !== null &&
      (environment === none ? sql`place.environment is null` : sql`place.environment = ${lower(environment)}`),
  ].filter((condition) => condition !== false)
  return {
    joins: placed
      ? sql`join vault_state place on place.vault_id = t.vault_id and ${heldAt(at, sql`place.valid_from`, sql`place.valid_to`)}`
      : emptySql,
    where: conditions.length > 0 ? joinSql(conditions, ' and ') : sql`true`,
  }
}

const lower = (text: string) => text.toLowerCase()
