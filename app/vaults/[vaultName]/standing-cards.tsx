// How the vault stands, what to mend, and how far it was read: what fills the window when the page opens. These arrive together,
// in place of something as tall as the window; one by one, each would push away what is being read beneath it.
import { Suspense } from 'react'
import type { View } from '#app/view.ts'
import { CardBoundary } from '#components/ui/card-boundary.tsx'
import { CardWaiting } from '#components/ui/card-waiting.tsx'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { FindingsByAreaCard } from './findings-by-area-card.tsx'
import { PartsCard } from './parts-card.tsx'
import { PlaceCard } from './place-card.tsx'
import { PostureCard } from './posture-card.tsx'
import { SettingsCard } from './settings-card.tsx'

// One element each, the cards and what stands in their place: without scripts the one is hidden and the other shown (globals.css).
const twoColumns = 'grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_400px]'

export function StandingCards({ view, vault }: { view: View; vault: VaultDetail }) {
  return (
    <Suspense fallback={<StandingWaiting />}>
      <div className={twoColumns}>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <CardBoundary title="Posture">
            <PostureCard view={view} vault={vault} />
          </CardBoundary>
          <CardBoundary title="Findings">
            <FindingsByAreaCard view={view} vault={vault} />
          </CardBoundary>
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <PlaceCard view={view} vault={vault} />
          <CardBoundary title="Coverage">
            <PartsCard view={view} vault={vault} />
          </CardBoundary>
          {vault.owned ? <SettingsCard vault={vault} at={view.at} /> : null}
        </div>
      </div>
    </Suspense>
  )
}

function StandingWaiting() {
  return (
    <div className={twoColumns}>
      <div className="grid min-h-screen min-w-0 grid-cols-1 content-start gap-4">
        <CardWaiting title="Posture" height="high" />
        <CardWaiting title="Findings" height="high" />
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-4">
        <CardWaiting title="Place" />
        <CardWaiting title="Coverage" height="high" />
      </div>
    </div>
  )
}
