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

/** Two columns of the page's grid. */
export function StandingCards({ view, vault }: { view: View; vault: VaultDetail }) {
  return (
    <Suspense fallback={<StandingWaiting />}>
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
    </Suspense>
  )
}

function StandingWaiting() {
  return (
    <>
      <div className="grid min-h-screen min-w-0 grid-cols-1 content-start gap-4">
        <CardWaiting title="Posture" height="high" />
        <CardWaiting title="Findings" height="high" />
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-4">
        <CardWaiting title="Place" />
        <CardWaiting title="Coverage" height="high" />
      </div>
    </>
  )
}
