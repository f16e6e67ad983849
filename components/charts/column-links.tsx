// A layer of equal columns over a bar chart: each shows its exact numbers when pointed at or focused, and leads to its rows.
// It lies beside the drawing, because nothing inside a role=img may take focus.
import { Link } from '../ui/link.tsx'

export type ColumnNote = { key: string; title: string; lines: readonly string[]; href?: string }

export function ColumnLinks({ label, columns }: { label: string; columns: readonly ColumnNote[] }) {
  return (
    <ul aria-label={label} className="absolute inset-0 flex print:hidden">
      {columns.map((column, index) => {
        const note = <Note column={column} side={index < columns.length / 2 ? 'left-1/2' : 'right-1/2'} />
        const shape = 'group absolute inset-0 rounded-sm hover:bg-ink/5'
        return (
          <li key={column.key} className="relative min-w-0 grow basis-0">
            {column.href ? (
              <Link
                href={column.href}
                look="plain"
                className={shape}
                aria-label={[column.title, ...column.lines].join(', ')}
              >
                {note}
              </Link>
            ) : (
              <div aria-hidden="true" className={shape}>
                {note}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Note({ column, side }: { column: ColumnNote; side: 'left-1/2' | 'right-1/2' }) {
  return (
    <span
      className={`pointer-events-none absolute top-0 z-10 hidden rounded-md border border-line-strong bg-surface px-2 py-1 text-left text-xs whitespace-nowrap group-hover:block group-focus-visible:block ${side}`}
    >
      <span className="block font-medium text-ink">{column.title}</span>
      {column.lines.map((line) => (
        <span key={line} className="block text-soft">
          {line}
        </span>
      ))}
    </span>
  )
}
