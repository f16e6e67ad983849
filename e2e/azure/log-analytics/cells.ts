// What a column holds for one access. Rows are made of the columns a query needs and nothing more: a whole one costs twenty times that.
import type { NeededColumns } from '../kql/needed-columns.ts'
import { type RowBuilder, rowBuilder } from '../kql/row-builder.ts'
import type { Value } from '../kql/values.ts'
import type { Access, Workspace } from '../organization/organization.ts'

export type Cells = Readonly<Record<string, (access: Access, workspace: Workspace) => Value>>

type RowMaker = RowBuilder<Access, Workspace>

const makers = new WeakMap<Cells, WeakMap<Exclude<NeededColumns, null>, RowMaker>>()

/** Makes rows with the needed columns, all of them when `needed` is null. Kept, so that it gets fast once and not per query. */
export function rowMaker(cells: Cells, needed: NeededColumns): RowMaker {
  if (needed === null) return makerOf(cells, null)
  const known = makers.get(cells) ?? new WeakMap()
  makers.set(cells, known)
  const maker = known.get(needed) ?? makerOf(cells, needed)
  known.set(needed, maker)
  return maker
}

function makerOf(cells: Cells, needed: NeededColumns): RowMaker {
  const names = Object.keys(cells).filter((name) => needed?.has(name) ?? true)
  return rowBuilder(names.flatMap((name) => (cells[name] ? [{ name, read: cells[name] }] : [])))
}
