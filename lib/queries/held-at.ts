import { type Sql, sql } from '#lib/db/open-database.ts'

/** The condition that keeps the intervals holding at an instant: `[valid_from, valid_to)`, open while `valid_to` is null. */
export function heldAt(at: Date, validFrom: Sql, validTo: Sql): Sql {
  return sql`(${validFrom} <= ${at} and (${validTo} is null or ${validTo} > ${at}))`
}
