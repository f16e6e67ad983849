import { type Sql, sql } from '#lib/db/open-database.ts'

/** How many of each kind are told at most; `total` says how many there are. */
export type NameQuestion = { at: Date; text: string; most: number }

/** What stands between the words of a name, and as many blanks. */
const between = `-_./:@\\`
const blanks = ' '.repeat(between.length)

/**
 * 0 where a name begins with a text, 1 where a word in it does, 2 where it holds it, null where it does not. Nothing in the
 * text is a pattern: `%`, `_` and `\` are looked for as they stand. Both sides get their case from the database, which may
 * know fewer letters than we do.
 */
export function nameRank(name: Sql, text: string): Sql {
  const [where, what] = [sql`lower(${name})`, sql`lower(${text}::text)`]
  const words = (of: Sql) => sql`translate(${of}, ${between}::text, ${blanks}::text)`
  return sql`
    case
      when coalesce(position(${what} in ${where}), 0) = 0 then null
      when starts_with(${where}, ${what}) then 0
      when position(' ' || ${words(what)} in ${words(where)}) > 0 then 1
      else 2
    end`
}
