// One reading of a snapshot's progress: how much is done, how fast it goes, how long it takes, what it waits for.
import { ProgressBar } from '#components/ui/progress-bar.tsx'
import { count } from '#lib/format/number.ts'
import { type ProgressReport, timeLeftText } from './progress-report.ts'

export function ProgressText({ report }: { report: ProgressReport }) {
  if (report.state === 'idle') return <p className="text-table text-soft">The snapshot ended.</p>
  if (report.state === 'waiting') {
    return (
      <p className="text-table text-soft">
        Asked for, and waiting to be taken up: in a second or two, or some minutes after an attempt that failed.
      </p>
    )
  }
  if (report.state === 'interrupted') {
    return (
      <p className="text-table text-soft">
        No sign of life for more than five minutes: this run was interrupted
        {report.vaults ? ` after ${count(report.vaults.done)} of ${count(report.vaults.total)} vaults` : ''}. What it
        read is kept.{' '}
        {report.resumable
          ? 'The next run, by hand or by schedule, goes on where it stopped.'
          : 'It began more than six hours ago, so the next run, by hand or by schedule, begins anew.'}{' '}
        Until a run is whole, the head of every page names the last one that was.
      </p>
    )
  }
  const { doing, vaults, requests, throttled, pace } = report
  const figures = [
    pace ? `${count(pace.vaultsPerMinute)} vaults a minute` : null,
    pace ? timeLeftText(pace.secondsLeft) : null,
    requests === null ? null : `${count(requests)} requests`,
    throttled ? `Azure asked ${count(throttled)} times to slow down, and Kempt waits as it asks` : null,
  ].filter((figure) => figure !== null)
  return (
    <>
      {vaults ? (
        <ProgressBar label={doing} done={vaults.done} total={vaults.total} unit="vaults" />
      ) : (
        <p className="text-table text-soft">{doing}.</p>
      )}
      {figures.length > 0 ? <p className="mt-2 text-table text-faint">{figures.join(' · ')}</p> : null}
    </>
  )
}
