// When is this object read: on which days, at which hours?
import type { View } from '#app/view.ts'
import { HeatStrip } from '#components/charts/heat-strip.tsx'
import { Card } from '#components/ui/card.tsx'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { coverOf, daysOf } from '../asked-once.ts'
import { coveredSpan } from './log-words.ts'
import { UncoveredLine } from './uncovered-line.tsx'

export async function HoursCard({ view, object }: { view: View; object: ObjectDetail }) {
  const [days, cover] = await Promise.all([daysOf(view, object.objectId), coverOf(view, object)])
  const isRead = days.some(({ calls }) => calls > 0)
  return (
    <Card title="Reads by day and hour" note={isRead ? `By hour (UTC), ${coveredSpan(cover)}.` : null}>
      <div className="space-y-3">
        <UncoveredLine cover={cover} />
        {isRead ? (
          <HeatStrip
            label={`Reads of ${object.name}`}
            days={days.map(({ day, calls, hours, heard }) => ({ day, calls, hours: heard ? (hours ?? []) : null }))}
          />
        ) : cover.heard > 0 ? (
          <p className="text-table text-soft">No read of it {coveredSpan(cover)}.</p>
        ) : null}
      </div>
    </Card>
  )
}
