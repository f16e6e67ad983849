// What did we see, what could we not see, and when?
import type { Metadata } from 'next'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { appSettings } from '#app/settings.ts'
import { openView } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { LiveProgress } from './live-progress.tsx'
import { LogCoverageCard } from './log-coverage-card.tsx'
import { mayRunSnapshots } from './may-run-snapshots.ts'
import { readProgress } from './read-progress.ts'
import { RunNowButton } from './run-now-button.tsx'
import { RunsCard } from './runs-card.tsx'
import { readSearch } from './search.ts'

export const metadata: Metadata = { title: 'Snapshots' }

export default async function SnapshotsPage({ searchParams }: PageProps<'/snapshots'>) {
  const view = await openView(searchParams)
  const search = readSearch(await searchParams, view)
  // What runs now has no place in a view of the past.
  const progress = view.asOf === null ? await readProgress(view) : null
  const isBusy = progress?.state === 'running' || progress?.state === 'waiting'
  return (
    <Shell view={view} current="snapshots" demo={appSettings().demo}>
      <PageHeader
        view={view}
        title="Snapshots"
        lede="When the estate was read, what could not be read, and what to grant so that it can be."
        actions={progress ? <RunNowButton mayRun={mayRunSnapshots(view.person)} isBusy={isBusy} /> : null}
      />
      <div className="grid grid-cols-1 gap-4">
        {progress && progress.state !== 'idle' ? (
          <Card title={progress.state === 'interrupted' ? 'Interrupted snapshot' : 'Snapshot running'}>
            {/* The key: a reading from the server begins the watch anew. */}
            <LiveProgress key={progress.state} initial={progress} />
          </Card>
        ) : null}
        <CardSlot title="Runs">
          <RunsCard view={view} search={search} />
        </CardSlot>
        <CardSlot title="Coverage" height="high">
          <CoverageCard view={view} search={search} />
        </CardSlot>
        <div id="log" className="scroll-mt-4">
          <CardSlot title="Access logs" height="high">
            <LogCoverageCard view={view} search={search} />
          </CardSlot>
        </div>
      </div>
    </Shell>
  )
}
