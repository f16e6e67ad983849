// Before the first snapshot nothing is nought: it is not known. What to do first is up to who looks.
import type { ReactNode } from 'react'
import { appSettings } from '#app/settings.ts'
import { mayRunSnapshots } from '#app/snapshots/may-run-snapshots.ts'
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { withAsOf } from './with-as-of.ts'

/** `children`: what this page has from a snapshot, as a sentence. */
export function NothingReadYet({ view: { asOf, person }, children }: { view: View; children: ReactNode }) {
  if (asOf) {
    return (
      <EmptyState
        title={`Kempt had not looked by ${asOf}`}
        action={{ href: withAsOf('/snapshots', asOf), label: 'Go to Snapshots' }}
      >
        {children} By that day nothing was known, good or bad.
      </EmptyState>
    )
  }
  const mayRun = mayRunSnapshots(person)
  return (
    <EmptyState
      title="Kempt has not looked yet"
      action={{ href: '/snapshots', label: mayRun ? 'Take the first snapshot' : 'Go to Snapshots' }}
    >
      {children} Until then nothing is known, good or bad. {firstSnapshotText(mayRun)}
    </EmptyState>
  )
}

/** Who takes the first snapshot, and how. */
export function firstSnapshotText(mayRun: boolean): string {
  const byItself = appSettings().schedule !== null
  if (mayRun)
    return `You start it with “Run now” under Snapshots${byItself ? ', or the schedule takes it by itself' : ''}.`
  return `Somebody with the role Kempt.Lead starts it${byItself ? ', or the schedule takes it by itself' : ''}.`
}
