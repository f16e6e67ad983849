// The cards of the overview, once there is something to say: before the first snapshot nothing is zero, it is not known.
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import { NoVaultFound } from '#app/_shell/no-vault-found.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { NothingNamesYou } from '#app/mine/nothing-names-you.tsx'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { countObjects } from '#lib/queries/count-objects.ts'
import { AgeCard, ageTitle } from './age-card.tsx'
import { AttentionCard, attentionTitle } from './attention-card.tsx'
import { CostliestCard, costliestTitle } from './costliest-card.tsx'
import { CoverageCard, coverageTitle } from './coverage-card.tsx'
import { ExpiryCard, expiryTitle } from './expiry-card.tsx'
import { FlowCard, flowTitle } from './flow-card.tsx'
import { OwnershipCard, ownershipTitle } from './ownership-card.tsx'
import { PostureCard, postureTitle } from './posture-card.tsx'
import { WorstCard, worstTitle } from './worst-card.tsx'

export async function Cards({ view }: { view: View }) {
  const standing = await standingOf(view)
  if (!standing) {
    return (
      <Card title={attentionTitle}>
        <NothingReadYet view={view}>The first snapshot reads every vault this identity may see.</NothingReadYet>
      </Card>
    )
  }
  if (standing.vaults === 0 && (await countObjects(view.db, view)).objects === 0) {
    return (
      <Card title={attentionTitle}>
        {view.scope.kind === 'owned' ? <NothingNamesYou view={view} /> : <NoVaultFound view={view} />}
      </Card>
    )
  }
  return (
    <div className="grid gap-4 lg:grid-cols-12">
      <CardSlot title={attentionTitle} height="high" className="lg:col-span-7">
        <AttentionCard view={view} standing={standing} />
      </CardSlot>
      <CardSlot title={postureTitle} height="high" className="lg:col-span-5">
        <PostureCard view={view} standing={standing} />
      </CardSlot>
      <CardSlot title={costliestTitle} className="lg:col-span-6 xl:col-span-4">
        <CostliestCard view={view} />
      </CardSlot>
      <CardSlot title={worstTitle.vault} className="lg:col-span-6 xl:col-span-4">
        <WorstCard view={view} by="vault" />
      </CardSlot>
      <CardSlot title={worstTitle.owner} className="lg:col-span-12 xl:col-span-4">
        <WorstCard view={view} by="owner" />
      </CardSlot>
      {/* Thirteen weeks and eight ages need the width: side by side in thirds their labels meet. */}
      <div className="grid content-start gap-4 lg:col-span-7 xl:col-span-8">
        <CardSlot title={flowTitle}>
          <FlowCard view={view} />
        </CardSlot>
        <CardSlot title={expiryTitle}>
          <ExpiryCard view={view} standing={standing} />
        </CardSlot>
        <CardSlot title={ageTitle}>
          <AgeCard view={view} standing={standing} />
        </CardSlot>
      </div>
      <div className="grid content-start gap-4 lg:col-span-5 xl:col-span-4">
        <CardSlot title={coverageTitle}>
          <CoverageCard view={view} standing={standing} />
        </CardSlot>
        {/* Whoever sees only what is theirs sees nothing without an owner. */}
        {view.scope.kind === 'everything' ? (
          <CardSlot title={ownershipTitle} height="low">
            <OwnershipCard view={view} />
          </CardSlot>
        ) : null}
        <CardSlot title={worstTitle.subscription}>
          <WorstCard view={view} by="subscription" />
        </CardSlot>
      </div>
    </div>
  )
}
