// On which days did Azure ask callers of the vault to slow down, and whom?
import { DayBars, type DayBar } from '#components/charts/day-bars.tsx'
import { count } from '#lib/format/number.ts'
import type { listThrottledDays } from '#lib/queries/operations/list-refusals.ts'

type ThrottledProps = {
  throttled: Awaited<ReturnType<typeof listThrottledDays>>
  bars: readonly DayBar[]
  days: number
  /** The log is read: only then is no throttled call good news. */
  covered: boolean
  vaultName: string
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export function Throttled({ throttled, bars, days, covered, vaultName }: ThrottledProps) {
  const calls = throttled.reduce((sum, day) => sum + day.calls, 0)
  return (
    <div className="border-t border-line px-4 py-3 text-table">
      <h3 className="font-medium">Throttled calls</h3>
      {calls > 0 ? (
        <div className="mt-1.5 flex flex-wrap items-start gap-x-6 gap-y-2">
          <DayBars
            label={`Throttled calls to ${vaultName} on each of the last ${days} days; ${count(calls)} in all`}
            unit="Throttled calls"
            days={bars}
            format={count}
          />
          <ul className="min-w-0 space-y-0.5">
            {throttled.toReversed().map(({ on, calls: ofDay, callers }) => (
              <li key={on}>
                <span className="whitespace-nowrap">{on}</span>: {count(ofDay)}{' '}
                <span className="text-faint">of {list.format(callers)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-soft">
          {covered
            ? `None in those of the last ${days} days that the log covers.`
            : 'Not known: no access log is read.'}
        </p>
      )}
    </div>
  )
}
