import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { WaiverOrder } from './waiver-filter.ts'
import { type WaiverQuestion, type WaiverRow, waiverOrder, waiverRows } from './waiver-rows.ts'

/** Which waivers are there, one page of them in order? `page` starts at 1; without `pageSize`, all of them. */
export function listWaivers(
  db: Database,
  scope: Scope,
  { order, page = 1, pageSize, ...question }: WaiverQuestion & { order: WaiverOrder; page?: number; pageSize?: number },
): Promise<WaiverRow[]> {
  return db.$queryRaw<WaiverRow[]>(sql`
    select * from (${waiverRows(scope, question)}) w
    order by ${waiverOrder(order)}
    limit ${pageSize ?? null} offset ${(page - 1) * (pageSize ?? 0)}`)
}
