// The page of an owner, of what nobody owns, and of whoever is signed in: first what to do, what is due and what a fix changed.
import type { View } from '#app/view.ts'
import { CardSlot } from '#components/ui/card-slot.tsx'
import type { Standing } from '#lib/queries/get-standing.ts'
import type { OwnerRow } from '#lib/queries/owners/owner-rows.ts'
import type { Whose } from '../whose.ts'
import { comparedAtOf } from '../windows.ts'
import { ClosedCard, closedTitle } from './closed-card.tsx'
import { DueCard, dueTitle } from './due-card.tsx'
import { Figures } from './figures.tsx'
import { NextCard, nextTitle } from './next-card.tsx'
import { ReadersCard, readersTitle } from './readers-card.tsx'
import { TrendCard, trendTitle } from './trend-card.tsx'
import { VaultsCard, vaultsTitle } from './vaults-card.tsx'
import { WaiversCard, waiversTitle } from './waivers-card.tsx'

type OwnerCardsProps = { view: View; standing: Standing; whose: Whose; row: OwnerRow; week: Date | null }

export function OwnerCards({ view, standing, whose, row, week }: OwnerCardsProps) {
  const comparedAt = comparedAtOf(view.at, standing)
  return (
    <div className="grid grid-cols-1 gap-4">
      <Figures view={view} whose={whose} row={row} comparedAt={comparedAt} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-12">
        <CardSlot title={nextTitle} height="high" className="lg:col-span-7">
          <NextCard view={view} whose={whose} standing={standing} row={row} />
        </CardSlot>
        <div className="grid grid-cols-1 gap-4 lg:col-span-5">
          <CardSlot title={dueTitle}>
            <DueCard view={view} whose={whose} week={week} />
          </CardSlot>
          <CardSlot title={closedTitle}>
            <ClosedCard view={view} whose={whose} row={row} comparedAt={comparedAt} />
          </CardSlot>
        </div>
        <CardSlot title={trendTitle} height="high" className="lg:col-span-7">
          <TrendCard view={view} whose={whose} comparedAt={comparedAt} />
        </CardSlot>
        <CardSlot title={waiversTitle} className="lg:col-span-5">
          <WaiversCard view={view} whose={whose} />
        </CardSlot>
        <CardSlot title={vaultsTitle} className="lg:col-span-6">
          <VaultsCard view={view} whose={whose} />
        </CardSlot>
        <CardSlot title={readersTitle} className="lg:col-span-6">
          <ReadersCard view={view} whose={whose} />
        </CardSlot>
      </div>
    </div>
  )
}
