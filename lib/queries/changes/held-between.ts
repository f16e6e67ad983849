// Which intervals hold at only one of two instants? Whatever holds at both did not change.
import { type Sql, sql } from '#lib/db/open-database.ts'
import { heldAt } from '../held-at.ts'

export type Between = { from: Date; to: Date }

/** Holds at `from` and no longer at `to`. */
export const endedBetween = ({ from, to }: Between, row: Sql) =>
  sql`(${row}.valid_from <= ${from} and ${row}.valid_to > ${from} and ${row}.valid_to <= ${to})`

/** Holds at `to` and did not at `from`. */
export const begunBetween = ({ from, to }: Between, row: Sql) =>
  sql`(${row}.valid_from > ${from} and ${row}.valid_from <= ${to} and (${row}.valid_to is null or ${row}.valid_to > ${to}))`

/** Holds at an instant. */
export const holdsAt = (at: Date, row: Sql) => heldAt(at, sql`${row}.valid_from`, sql`${row}.valid_to`)
