import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import { normalizeOwner } from '#lib/domain/owner.ts'
import type { Policy, Selector } from '#lib/domain/policy.ts'

/** Columns that say what a selector asks of an object. */
export type SubjectColumns = {
  vaultName: Sql
  subscriptionId: Sql
  subscriptionName: Sql
  environment: Sql
  /** Of the object, or of its vault where the object names nobody. */
  owner: Sql
  vaultTags: Sql
  objectTags: Sql
}

/**
 * An expression: within how many days of its making the secret of a row has to be rotated. It says in SQL what `thresholdsFor`
 * says of one object, so that what is due can be counted, sorted and cut into pages where it is kept.
 */
export function rotationDays({ thresholds, overrides }: Policy, subject: SubjectColumns): Sql {
  const usual = sql`${thresholds.rotationDays}::int`
  const said = overrides.flatMap(({ selector, thresholds: { rotationDays: days } }) =>
    days === undefined ? [] : [sql`when ${selectedBy(selector, subject)} then ${days}::int`],
  )
  return said.length === 0 ? usual : sql`case ${joinSql(said, ' ')} else ${usual} end`
}

/** The least and the most that any part of a policy gives. */
export function rotationDaysWithin({ thresholds, overrides }: Policy): { least: number; most: number } {
  const said = [thresholds, ...overrides.map((override) => override.thresholds)].flatMap(
    (some) => some.rotationDays ?? [],
  )
  return { least: Math.min(...said), most: Math.max(...said) }
}

function selectedBy({ environments, subscriptions, vaults, owners, tags }: Selector, subject: SubjectColumns): Sql {
  const asked = [
    environments.length > 0 && anyOf(environments, subject.environment),
    subscriptions.length > 0 &&
      sql`(${anyOf(subscriptions, subject.subscriptionId)} or ${anyOf(subscriptions, subject.subscriptionName)})`,
    vaults.length > 0 && anyOf(vaults, subject.vaultName),
    owners.length > 0 && anyOf(owners.map(normalizeOwner), subject.owner),
    tags.length > 0 &&
      sql`(${joinSql(
        tags.flatMap((tag) => [hasTag(tag, subject.objectTags), hasTag(tag, subject.vaultTags)]),
        ' or ',
      )})`,
  ].filter((one) => one !== false)
  return asked.length === 0 ? sql`true` : joinSql(asked, ' and ')
}

/** False, and not null, where there is no word: an override that might match must not hide the next one. */
const anyOf = (names: readonly string[], said: Sql) =>
  sql`coalesce(lower(${said}) = any(${names.map((name) => name.toLowerCase())}), false)`

/** What JavaScript trims. PostgreSQL's btrim would leave all but the space. */
const blanks =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

const hasTag = ({ name, value }: Selector['tags'][number], tags: Sql) => sql`
  exists (
    select from jsonb_each_text(${tags}) tag
    where lower(tag.key) = ${name.toLowerCase()} and btrim(tag.value, ${blanks}) <> ''
      ${value === null ? sql`` : sql`and lower(btrim(tag.value, ${blanks})) = ${value.toLowerCase()}`})`
