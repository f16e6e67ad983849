// Who is one caller, what does it read and when, and what would be better otherwise?
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { getCaller } from '#lib/queries/callers/get-caller.ts'
import { attachedText } from '../attached-to.ts'
import { callerKindChoices, callerKindWords } from '../words.ts'
import { AddressesCard } from './addresses-card.tsx'
import { OperationsCard } from './operations-card.tsx'
import { ReadsCard } from './reads-card.tsx'
import { RefusedCard } from './refused-card.tsx'
import { RhythmCard } from './rhythm-card.tsx'
import { identityIn, readCallerSearch } from './search.ts'
import { WhoCard } from './who-card.tsx'

export const metadata: Metadata = { title: 'Caller' }

export default async function CallerPage({ params, searchParams }: PageProps<'/callers/[identity]'>) {
  const view = await openView(searchParams)
  const identity = identityIn((await params).identity)
  const caller = identity === null ? null : await getCaller(view.db, view.scope, { at: view.at, identity })
  // Outside the scope and never heard of give the same answer, so that nobody can find out which it is.
  if (!caller) notFound()
  const search = readCallerSearch(await searchParams)
  const attached = attachedText(caller)
  const what = `${callerKindWords[caller.kind]}${attached ? `: ${attached}` : ''}`
  return (
    <Shell view={view} current="callers">
      <PageHeader
        view={view}
        title={caller.kind === 'unknown' ? callerKindChoices.unknown : caller.name}
        lede={`${what.charAt(0).toUpperCase()}${what.slice(1)}.${
          view.scope.kind === 'everything'
            ? ''
            : ' Shown is what concerns your own objects and vaults, and nothing else.'
        }`}
        actions={<ButtonLink href={withAsOf('/callers', view.asOf)}>All callers</ButtonLink>}
      />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_400px]">
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <div id="rhythm" className="min-w-0 scroll-mt-4">
            <CardSlot title="Reads" height="high">
              <RhythmCard view={view} caller={caller} />
            </CardSlot>
          </div>
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <WhoCard view={view} caller={caller} />
        </div>
        <div id="reads" className="min-w-0 scroll-mt-4 xl:col-span-2">
          <CardSlot title="What it reads" height="high">
            <ReadsCard view={view} caller={caller} search={search} />
          </CardSlot>
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <div id="denied" className="min-w-0 scroll-mt-4">
            <CardSlot title="Denied">
              <RefusedCard view={view} caller={caller} outcome="denied" />
            </CardSlot>
          </div>
          <div id="throttled" className="min-w-0 scroll-mt-4">
            <CardSlot title="Throttled" height="low">
              <RefusedCard view={view} caller={caller} outcome="throttled" />
            </CardSlot>
          </div>
          <CardSlot title="Besides reading">
            <OperationsCard view={view} caller={caller} />
          </CardSlot>
        </div>
        <div id="addresses" className="min-w-0 scroll-mt-4">
          <CardSlot title="Addresses">
            <AddressesCard view={view} caller={caller} />
          </CardSlot>
        </div>
      </div>
    </Shell>
  )
}
