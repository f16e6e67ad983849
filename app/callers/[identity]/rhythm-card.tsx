// How much and when does a caller read?
import type { View } from '#app/view.ts'
import { HeatStrip } from '#components/charts/heat-strip.tsx'
import { Card } from '#components/ui/card.tsx'
import { Stat } from '#components/ui/stat.tsx'
import { dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { CallerRow } from '#lib/queries/callers/caller-rows.ts'
import { getCallerFigures } from '#lib/queries/callers/get-caller-figures.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { listReadsByDay, type ReadDay } from '#lib/queries/callers/list-reads-by-day.ts'
import { perDay } from '../_cells/count-cells.tsx'
import { callerLimits } from '../caller-limits.ts'

export async function RhythmCard({ view, caller }: { view: View; caller: CallerDetail }) {
  const { db, scope, at } = view
  const { callerId } = caller
  const limits = await callerLimits(view)
  const [figures, days] = await Promise.all([
    getCallerFigures(db, scope, { at, callerId, ...limits }),
    listReadsByDay(db, scope, { at, callerId }),
  ])
  return (
    <Card title="Reads" note="Over the last 30 days, in UTC; rows of the log arrive up to a day late.">
      {figures ? (
        <Figures figures={figures} />
      ) : (
        <p className="text-table text-soft">The log shows no call of it in the last 30 days.</p>
      )}
      <div className="mt-5">
        <HeatStrip label={`Reads by ${caller.name}`} days={days} />
      </div>
      <Partly days={days} />
    </Card>
  )
}

function Figures({ figures }: { figures: CallerRow }) {
  const { reads, readDays, objects, vaults, needless, denied, throttled, addresses } = figures
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 2xl:grid-cols-6">
      <Stat label="Reads" value={count(reads)} {...(readDays > 0 ? { note: perDay({ reads, readDays }) } : {})} />
      <Stat
        label="Objects read"
        value={count(objects)}
        note={`${count(vaults)} ${vaults === 1 ? 'vault' : 'vaults'} called`}
        href="#reads"
      />
      <Stat label="Needless reads" value={count(needless)} note="in the last 7 days" href="#reads" />
      <Stat label="Refused" value={count(denied)} href="#denied" />
      <Stat label="Throttled" value={count(throttled)} href="#throttled" />
      <Stat label="Addresses" value={count(addresses)} href="#addresses" />
    </div>
  )
}

/** On some days only some of the logs were heard: reads may be missing there, and nothing shows it. */
function Partly({ days }: { days: readonly ReadDay[] }) {
  const partly = days.filter(({ heard, vaults }) => heard > 0 && heard < vaults).length
  if (partly === 0) return null
  return (
    <p className="mt-2 text-table text-faint">
      On {dayCount(partly)} only some of the logs of the vaults it calls were heard: reads may be missing there.
    </p>
  )
}
