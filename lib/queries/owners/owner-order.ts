// What can be asked of the list of owners, and in what order; sort keys come from an allow-list.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'

export type OwnerFilter = {
  /** Part of a name. */
  text: string | null
}

export const everyOwner: OwnerFilter = { text: null }

export const ownerSorts = [
  'posture',
  'change',
  'name',
  'findings',
  'failing',
  'objects',
  'vaults',
  'expiring',
  'waived',
  'unknown',
] as const

export type OwnerSort = (typeof ownerSorts)[number]

export type OwnerOrder = { sort: OwnerSort; direction: 'asc' | 'desc' }

/** The lowest posture first. */
export const byPosture: OwnerOrder = { sort: 'posture', direction: 'asc' }

const byName = sql`owner collate "C"`

const columns: Record<Exclude<OwnerSort, 'findings'>, Sql> = {
  posture: sql`posture`,
  change: sql`posture - "postureBefore"`,
  name: byName,
  failing: sql`"failingSince"`,
  objects: sql`objects`,
  vaults: sql`vaults`,
  expiring: sql`expiring`,
  waived: sql`waived`,
  unknown: sql`unknown`,
}

/** The terms of `order by` over the columns of `ownerRows`. What has no value comes last; a name is unique, and ends them. */
export function ownerOrder({ sort, direction }: OwnerOrder): Sql {
  const way = direction === 'asc' ? sql`asc nulls last` : sql`desc nulls last`
  const terms =
    sort === 'findings'
      ? [sql`critical ${way}`, sql`high ${way}`, sql`medium ${way}`, sql`low ${way}`]
      : [sql`${columns[sort]} ${way}`]
  return joinSql([...terms, byName], ', ')
}

/** The condition over the same columns: somebody, of whom something is asked. */
export const wantedOwners = ({ text }: OwnerFilter): Sql =>
  text === null
    ? sql`owner is not null`
    : sql`(owner is not null and position(${text.toLowerCase()} in lower(owner)) > 0)`
