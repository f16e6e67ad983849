// Which findings come back soon, because the waiver that keeps them quiet ends?
import { EndsCell } from '#app/waivers/waiver-cells.tsx'
import { defaultWaiversSearch, waiversHref } from '#app/waivers/search.ts'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { Breakable } from '#components/ui/breakable.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { addDays, dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { listWaivers } from '#lib/queries/waivers/list-waivers.ts'
import { everyWaiver } from '#lib/queries/waivers/waiver-filter.ts'
import type { Whose } from '../whose.ts'
import { lookBackDays as soonDays } from '../windows.ts'

export const waiversTitle = 'Waivers that end soon'

const most = 5

export async function WaiversCard({ view, whose: { owner } }: { view: View; whose: Whose }) {
  const { db, scope, at, asOf, person } = view
  const filter = { ...everyWaiver, state: 'in-force' as const, owner }
  const order = { sort: 'ends', direction: 'asc' } as const
  const inForce = await listWaivers(db, scope, { at, filter, order, personId: person.objectId })
  const soon = inForce.filter(({ endsOn }) => endsOn < addDays(at, soonDays))
  return (
    <Card
      title={waiversTitle}
      note={`${count(soon.length)} of ${count(inForce.length)} in force ${soon.length === 1 ? 'ends' : 'end'} within ${dayCount(soonDays)}. What they accept is a finding again then, if it is not mended.`}
      {...(inForce.length > 0
        ? { href: waiversHref({ ...defaultWaiversSearch, filter, order }, asOf), hrefLabel: 'All in force' }
        : {})}
    >
      {soon.length > 0 ? (
        <ul className="text-table">
          {soon.slice(0, most).map((waiver) => {
            const { id, subjectKind, name, vaultName, failing } = waiver
            return (
              <li key={id} className="flex items-start justify-between gap-x-4 border-t border-line py-1.5">
                <span className="min-w-0">
                  <Link
                    href={
                      subjectKind === 'vault'
                        ? vaultHref(vaultName, asOf)
                        : objectHref({ vaultName, kind: subjectKind, name }, asOf)
                    }
                    look="row"
                  >
                    <Breakable text={name} />
                  </Link>
                  <span className="block text-faint">{failing}</span>
                </span>
                <span className="shrink-0 text-right">
                  <EndsCell row={waiver} at={at} />
                </span>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-table text-soft">None.</p>
      )}
    </Card>
  )
}
