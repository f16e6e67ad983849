// What a column holds for one access. Rows are made of the columns a query needs and nothing more: a whole one costs twenty times that.
import type { Row, Value } from '../kql/values.ts'
import type { Access, Workspace } from '../organization/organization.ts'

export type Cells = Readonly<Record<string, (access: Access, workspace: Workspace) => Value>>

/** Makes rows with the needed columns, all of them when `needed` is null. */
export function rowMaker(cells: Cells, needed: ReadonlySet<string> | null, workspace: Workspace) {
  const fills = Object.entries(cells).filter(([name]) => needed?.has(name) ?? true)
  return (access: Access): Row => {
    const row: Record<string, Value> = {}
    for (const [name, read] of fills) row[name] = read(access, workspace)
    return row
  }
}
