// Which columns of a table shall be shown: boxes that fold away. A plain GET form in a native details: it works without scripts, and
// what was chosen is in the URL.
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'

type ColumnChoiceProps = {
  action: string
  /** Parameters of the view that the form does not show but must not lose. */
  keep: readonly (readonly [name: string, value: string])[]
  /** All columns, in their order; the first names the row and cannot be taken away. */
  columns: readonly { key: string; header: string }[]
  shown: readonly string[]
  /** The same view with all its columns. */
  allHref: string
  /** The column the rows are sorted by: said, when it is not shown. */
  sortedBy: string
}

export function ColumnChoice({ action, keep, columns, shown, allHref, sortedBy }: ColumnChoiceProps) {
  const [named, ...others] = columns
  const inSight = columns.filter(({ key }) => shown.includes(key)).length
  const hiddenSort = columns.find(({ key }) => key === sortedBy && !shown.includes(key))
  const isFewer = inSight < columns.length
  return (
    <div className="ml-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1 text-table print:hidden">
      {hiddenSort ? <span className="text-soft">Sorted by “{hiddenSort.header}”, which is not shown</span> : null}
      {/* Boxes keep what they first showed: after another choice the form has to begin anew. */}
      <details key={shown.join()} name="filter-choices" className="relative">
        <summary className="field flex items-center gap-2">
          {isFewer ? `Columns: ${inSight} of ${columns.length}` : 'Columns'}
          <Icon path="M2 3.5 5 7l3-3.5" size={10} strokeWidth={1.5} />
        </summary>
        <form
          action={action}
          method="get"
          className="absolute top-full right-0 z-20 mt-1 w-64 max-w-[calc(100vw-32px)] rounded-md border border-line-strong bg-surface pt-1"
        >
          {keep.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          {/* Sent whatever is chosen: no box at all is not the same as no choice. */}
          {named ? <input type="hidden" name="columns" value={named.key} /> : null}
          <fieldset>
            <legend className="sr-only">Columns to show</legend>
            {named ? (
              <label className="flex min-h-8 items-center gap-2.5 px-3 py-1 text-soft">
                <input type="checkbox" checked disabled className="size-4 shrink-0 accent-accent" />
                <span>{named.header}, always shown</span>
              </label>
            ) : null}
            {others.map(({ key, header }) => (
              <label key={key} className="flex min-h-8 cursor-pointer items-center gap-2.5 px-3 py-1 hover:bg-sunken">
                <input
                  type="checkbox"
                  name="columns"
                  value={key}
                  defaultChecked={shown.includes(key)}
                  className="size-4 shrink-0 accent-accent"
                />
                <span>{header}</span>
              </label>
            ))}
          </fieldset>
          <div className="mt-1 border-t border-line px-3 py-2.5">
            <div className="flex items-center gap-3">
              <Button type="submit">Show these</Button>
              {isFewer ? <Link href={allHref}>Show every column</Link> : null}
            </div>
            <p className="mt-2 text-xs text-faint">Exports always hold every column.</p>
          </div>
        </form>
      </details>
    </div>
  )
}
