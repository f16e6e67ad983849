// The order of a list of subjects, from an allow-list; every order ends in the same tiebreak, so that pages never overlap.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'

export const findingSorts = ['risk', 'name', 'vault', 'expires', 'rotated', 'since'] as const

export type FindingSort = (typeof findingSorts)[number]

export type FindingOrder = { sort: FindingSort; direction: 'asc' | 'desc' }

/** Risk: worst severity, then the weight of everything that fails, then what fails longest. `desc` is the riskiest first. */
export const byRisk: FindingOrder = { sort: 'risk', direction: 'desc' }

// Names in Azure are plain letters; compared by byte they sort the same everywhere, and fast.
const columns: Record<Exclude<FindingSort, 'risk'>, Sql> = {
  name: sql`lower(name) collate "C"`,
  vault: sql`lower(vault_name) collate "C"`,
  expires: sql`expires_at`,
  rotated: sql`rotated_at`,
  since: sql`failing_since`,
}

const asc = sql`asc nulls last`
const desc = sql`desc nulls last`

/** The terms of `order by` over the columns of `findingSubjects`. What has no value comes last in either direction. */
export function findingOrder({ sort, direction }: FindingOrder): Sql {
  const terms =
    sort === 'risk'
      ? direction === 'desc'
        ? [sql`worst ${asc}`, sql`weight ${desc}`, sql`failing_since ${asc}`]
        : [sql`worst ${desc}`, sql`weight ${asc}`, sql`failing_since ${desc}`]
      : [sql`${columns[sort]} ${direction === 'asc' ? asc : desc}`]
  return joinSql([...terms, columns.vault, sql`kind collate "C"`, columns.name, sql`key collate "C"`], ', ')
}
