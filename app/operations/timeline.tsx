// Entries under the day they belong to, in the order they come in.
import type { View } from '#app/view.ts'
import type { OperationRow } from '#lib/queries/operations/operation-row.ts'
import { OperationLine } from './operation-line.tsx'

type TimelineProps = { rows: readonly OperationRow[]; view: View; besideVault?: boolean }

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

export function Timeline({ rows, view, besideVault = false }: TimelineProps) {
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, lines]) => (
    <section key={day} aria-label={day}>
      <h3 className="border-t border-line bg-sunken px-4 py-1.5 text-table">
        <time dateTime={day} className="font-semibold">
          {day}
        </time>{' '}
        <span className="text-faint">{weekday.format(new Date(`${day}T00:00:00Z`))}, hours in UTC</span>
      </h3>
      <ol>
        {lines.map((row) => (
          <OperationLine key={row.key} row={row} view={view} besideVault={besideVault} />
        ))}
      </ol>
    </section>
  ))
}
