import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type OwnerFilter, type OwnerOrder, ownerOrder, wantedOwners } from './owner-order.ts'
import { type OwnerRow, type OwnersAsked, ownerRows } from './owner-rows.ts'

export type NamedOwnerRow = OwnerRow & { owner: string }

export type OwnersQuestion = Pick<OwnersAsked, 'at' | 'comparedAt' | 'expiring'> & {
  filter: OwnerFilter
  order: OwnerOrder
  /** From 1. */
  page: number
  pageSize: number
}

/**
 * Who owns something, and how do they stand? One page of them, nobody not among them; `total` is 0 on a page past the end.
 */
export async function listOwners(
  db: Database,
  scope: Scope,
  { filter, order, page, pageSize, ...asked }: OwnersQuestion,
): Promise<{ rows: NamedOwnerRow[]; total: number }> {
  const rows = await db.$queryRaw<(NamedOwnerRow & { total: number })[]>(sql`
    select *, (count(*) over ())::int as total
    from (${ownerRows(scope, { ...asked, rows: 'each' })}) o
    where ${wantedOwners(filter)}
    order by ${ownerOrder(order)}
    limit ${pageSize} offset ${(page - 1) * pageSize}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
