import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type CallerFilter, type CallerOrder, callerOrder, wantedCallers } from './caller-filter.ts'
import { type CallerRow, callerRows } from './caller-rows.ts'

export type CallersQuestion = {
  at: Date
  /** See `CallersAsked`. */
  readsPerWindow: number
  graceDays: number
  filter: CallerFilter
  order: CallerOrder
  /** From 1. */
  page: number
  pageSize: number
}

/** Who called, over the 30 days before an instant, and how? One page of them; `total` is 0 on a page past the end. */
export async function listCallers(
  db: Database,
  scope: Scope,
  { filter, order, page, pageSize, ...asked }: CallersQuestion,
): Promise<{ rows: CallerRow[]; total: number }> {
  const rows = await db.$queryRaw<(CallerRow & { total: number })[]>(sql`
    select *, (count(*) over ())::int as total
    from (${callerRows(scope, { ...asked, vault: filter.vault })}) c
    where ${wantedCallers(filter)}
    order by ${callerOrder(order)}
    limit ${pageSize} offset ${(page - 1) * pageSize}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
