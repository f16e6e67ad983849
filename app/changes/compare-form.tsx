// Which two snapshots? Ways back in one click, and two lists of the days that have one. A GET form, so it works without scripts.
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import { Button } from '#components/ui/button.tsx'
import { isoDate, utcInstant } from '#lib/format/date.ts'
import { type Comparison, instantText, waysBack } from './comparison.ts'
import { type ChangesSearch, changesHref } from './search.ts'

type CompareFormProps = {
  instants: readonly Date[]
  comparison: Comparison
  search: ChangesSearch
  asOf: string | null
}

export function CompareForm({ instants, comparison, search, asOf }: CompareFormProps) {
  const { from, to } = comparison
  const at = (instant: Date) => instantText(instants, instant)
  const kept = new URL(changesHref({ ...search, from: null, to: null, page: 1 }, asOf), 'http://kempt').searchParams
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <form action="/changes" method="get" className="flex flex-wrap items-end gap-2 print:hidden">
        {[...kept].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <InstantField name="from" label="From" value={from} instants={instants} others={[from, to]} />
        <InstantField name="to" label="To" value={to} instants={instants} others={[from, to]} />
        <Button type="submit">Compare</Button>
      </form>
      <SwitchLinks
        label="How far back"
        links={waysBack(instants, to).map((way) => ({
          word: way.word,
          href: changesHref({ ...search, from: at(way.from), to: at(to), page: 1 }, asOf),
          current: way.from.getTime() === from.getTime(),
        }))}
      />
    </div>
  )
}

type InstantFieldProps = {
  name: string
  label: string
  value: Date
  instants: readonly Date[]
  others: readonly Date[]
}

function InstantField({ name, label, value, instants, others }: InstantFieldProps) {
  return (
    <label className="block min-w-0 max-sm:grow max-sm:basis-36">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <select key={value.getTime()} name={name} defaultValue={instantText(instants, value)} className="field w-full">
        {offered(instants, others).map((instant) => (
          <option key={instant.getTime()} value={instantText(instants, instant)}>
            {utcInstant(instant)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The last snapshot of every day, and all those of the days that are compared, the latest first. */
function offered(instants: readonly Date[], others: readonly Date[]): Date[] {
  const wholeDays = new Set([...others, ...instants.slice(-1)].map(isoDate))
  return instants
    .filter((instant, place) => {
      const next = instants[place + 1]
      return !next || isoDate(next) !== isoDate(instant) || wholeDays.has(isoDate(instant))
    })
    .reverse()
}
