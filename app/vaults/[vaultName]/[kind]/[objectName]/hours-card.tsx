// When is this object read: on which days, at which hours?
import type { View } from '#app/view.ts'
import { HeatStrip } from '#components/charts/heat-strip.tsx'
import { Card } from '#components/ui/card.tsx'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { daysOf, partsOf } from './asked-once.ts'
import { coveredSpan, logCover } from './log-words.ts'
import { UncoveredLine } from './uncovered-line.tsx'

export async function HoursCard({ view, object }: { view: View; object: ObjectDetail }) {
  const [days, parts] = await Promise.all([daysOf(view, object.objectId), partsOf(view, object.vaultId)])
  const cover = logCover(
    days,
    parts.find(({ part }) => part === 'access-log'),
  )
  return (
    <Card title="Reads by day and hour" note={cover.heard > 0 ? `By hour (UTC), ${coveredSpan(cover)}.` : null}>
      {cover.heard < cover.days ? (
        <div className="mb-3">
          <UncoveredLine cover={cover} />
        </div>
      ) : null}
      {cover.heard > 0 ? (
        <HeatStrip
          label={`Reads of ${object.name}`}
          days={days.map(({ day, calls, hours, heard }) => ({ day, calls, hours: heard ? (hours ?? []) : null }))}
        />
      ) : null}
    </Card>
  )
}
