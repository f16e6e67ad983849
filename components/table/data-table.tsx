// Draws a table from a description of its columns. It fetches nothing and sorts nothing: rows come as they are shown.
// biome-ignore-all lint/a11y/noRedundantRoles: a table whose rows become blocks on a phone stops being one for screen
// readers, unless its roles are written out.
import type { ReactNode } from 'react'
import { type Sorting, SortLink } from './sort-link.tsx'

export type Column<Row> = {
  /** Also the sort key in the URL, when `sortable`. */
  key: string
  header: string
  cell: (row: Row) => ReactNode
  sortable?: boolean
  /** Numbers stand right, so that their digits stand under each other. */
  align?: 'left' | 'right'
  /** A width class ("w-32", "min-w-60"). */
  width?: string
  /** Hidden below a width: the least important columns go first. `phone` is hidden only there. */
  hideBelow?: 'phone' | 'md' | 'lg' | 'xl'
  /** The column that names the row; the first one unless another says so. */
  rowHeader?: boolean
}

type DataTableProps<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  /** What the table holds, for people who hear it instead of seeing it. */
  caption: string
  sorting?: Sorting
  /** Keys of the columns to show; the one that names the row is always among them. Without it, all. */
  shown?: readonly string[]
  /** Instead of rows when there are none. */
  empty?: ReactNode
  /** Lets a long table scroll in its own box with the head in sight. */
  tall?: boolean
}

const hidden = { phone: 'off-phone', md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' }

const cellClass = (column: Column<never>) =>
  [column.align === 'right' ? 'numeric' : '', column.hideBelow ? hidden[column.hideBelow] : '', column.width ?? '']
    .filter(Boolean)
    .join(' ') || undefined

export function DataTable<Row>({
  columns: every,
  rows,
  rowKey,
  caption,
  sorting,
  shown,
  empty,
  tall = false,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return empty
  const named = every.find((column) => column.rowHeader) ?? every[0]
  const columns = shown ? every.filter((column) => column === named || shown.includes(column.key)) : every
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the parts of a form, and a table is none
    <div
      role="group"
      aria-label={caption}
      // Where the window is narrow it scrolls, and who has no mouse must be able to scroll it (WCAG 2.1.1).
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box is operated with the arrow keys
      tabIndex={0}
      // What gets the focus while a long table is tabbed through must not stop under its head.
      className={`scroll-box relative overflow-x-auto sm:overflow-auto ${tall ? 'sm:max-h-[70vh] sm:scroll-pt-10' : ''}`}
    >
      <table role="table" className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={cellClass(column)}
                aria-sort={
                  sorting?.key === column.key ? (sorting.direction === 'asc' ? 'ascending' : 'descending') : undefined
                }
              >
                {column.sortable && sorting ? (
                  <SortLink sorting={sorting} column={column.key} label={column.header} />
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column === named ? (
                  <th key={column.key} scope="row" role="rowheader" className={cellClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role="cell" data-label={column.header} className={cellClass(column)}>
                    <div className="min-w-0">{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
