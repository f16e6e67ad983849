// Another day, same view: a GET form that keeps everything else the address says.
import type { View } from '#app/view.ts'
import { Button } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { isoDate } from '#lib/format/date.ts'
import { here } from './here.ts'

export async function AsOfPicker({ view, firstCapturedAt }: { view: View; firstCapturedAt: Date | null }) {
  const { path, params } = await here()
  // Another day has other rows: what was page 7 is not.
  const kept = [...params].filter(([name]) => name !== 'asOf' && name !== 'page')
  const nowQuery = new URLSearchParams(kept).toString()
  return (
    <form action={path} method="get" className="flex items-center gap-2 print:hidden">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {view.asOf ? (
        <Link href={nowQuery ? `${path}?${nowQuery}` : path} className="text-table whitespace-nowrap">
          Back to now
        </Link>
      ) : null}
      <label className="flex items-center gap-2 text-table text-soft">
        <span className="max-sm:sr-only">Day</span>
        <input
          // A field keeps what it first showed, also after "Back to now".
          key={view.asOf}
          type="date"
          name="asOf"
          required
          defaultValue={view.asOf ?? isoDate(view.now)}
          min={firstCapturedAt ? isoDate(firstCapturedAt) : undefined}
          max={isoDate(view.now)}
          className="field"
        />
      </label>
      <Button type="submit">Show</Button>
    </form>
  )
}
