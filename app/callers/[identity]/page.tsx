// Who is one caller, what does it read and when, and what would be better otherwise?
import type { Metadata } from 'next'
import { notTheirPage } from '#app/_audit/refused.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { getCaller } from '#lib/queries/callers/get-caller.ts'
import { upperFirst } from '#lib/format/upper-first.ts'
import { callerText } from '../attached-to.ts'
import { callerName } from '../words.ts'
import { AddressesCard } from './addresses-card.tsx'
import { OperationsCard } from './operations-card.tsx'
import { ReadsCard } from './reads-card.tsx'
import { RefusalsCard } from './refusals-card.tsx'
import { RhythmCard } from './rhythm-card.tsx'
import { identityIn, readCallerSearch } from './search.ts'
import { WhoCard } from './who-card.tsx'

export const metadata: Metadata = { title: 'Caller' }

/** As wide as the page: names of objects and of callers are long. */
const whole = 'min-w-0 scroll-mt-4 xl:col-span-2'

export default async function CallerPage({ params, searchParams }: PageProps<'/callers/[identity]'>) {
  const view = await openView(searchParams)
  const identity = identityIn((await params).identity)
  const caller = identity === null ? null : await getCaller(view.db, view.scope, { at: view.at, identity })
  // Outside the scope and never heard of give the same answer, so that nobody can find out which it is.
  if (!caller) return notTheirPage(view)
  const search = readCallerSearch(await searchParams)
  const isNamed = caller.kind !== 'unknown'
  return (
    <Shell view={view} current="callers">
      <PageHeader
        view={view}
        title={isNamed ? callerName(caller) : upperFirst(callerName(caller))}
        lede={`${isNamed ? upperFirst(callerText(caller)) : 'Calls that carry no identity'}.${
          view.scope.kind === 'everything'
            ? ''
            : ' Shown is what concerns your own objects and vaults, and nothing else.'
        }`}
        actions={<ButtonLink href={withAsOf('/callers', view.asOf)}>All callers</ButtonLink>}
      />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-[minmax(0,1fr)_400px]">
        <div id="rhythm" className="grid min-w-0 scroll-mt-4">
          <CardSlot title="Reads" height="high">
            <RhythmCard view={view} caller={caller} />
          </CardSlot>
        </div>
        <WhoCard view={view} caller={caller} />
        <div id="reads" className={whole}>
          <CardSlot title="What it reads" height="high">
            <ReadsCard view={view} caller={caller} search={search} />
          </CardSlot>
        </div>
        <div id="addresses" className={whole}>
          <CardSlot title="Addresses">
            <AddressesCard view={view} caller={caller} />
          </CardSlot>
        </div>
        <div id="denied" className={whole}>
          <CardSlot title="Refused" height="low">
            <RefusalsCard view={view} caller={caller} outcome="denied" />
          </CardSlot>
        </div>
        <div id="throttled" className={whole}>
          <CardSlot title="Throttled" height="low">
            <RefusalsCard view={view} caller={caller} outcome="throttled" />
          </CardSlot>
        </div>
        <div className={whole}>
          <CardSlot title="Besides reading">
            <OperationsCard view={view} caller={caller} />
          </CardSlot>
        </div>
      </div>
    </Shell>
  )
}
