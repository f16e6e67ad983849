import { type Database, sql } from '#lib/db/open-database.ts'

/**
 * What do figures up to this instant depend on besides snapshots? A text that changes when a waiver is approved, is
 * withdrawn or comes to its date, and stays the same otherwise.
 */
export async function getWaiverRevision(db: Database, { at }: { at: Date }): Promise<string> {
  const [row] = await db.$queryRaw<{ revision: string | null }[]>(sql`
    select md5(string_agg(
      concat_ws(' ', id, date_part('epoch', valid_from), case when valid_to <= ${at} then date_part('epoch', valid_to) end),
      ';' order by id)) as revision
    from waiver where valid_from <= ${at}`)
  return row?.revision ?? 'none'
}
