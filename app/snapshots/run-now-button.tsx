'use client'
// A plain form: it works without scripts, and the page that comes back shows the run, or says why there is none.
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { runNow } from './run-now.ts'

/**
 * The button, and why it did nothing. The reason outlives the button: a form that was open when its person lost the
 * role comes back as a page without the button, and would otherwise say nothing at all.
 */
export function RunNowButton({ mayRun, isBusy }: { mayRun: boolean; isBusy: boolean }) {
  const [problem, ask] = useActionState(runNow, null)
  return (
    <form action={ask} className="flex flex-wrap items-center justify-end gap-3">
      {problem ? (
        <p role="alert" className="text-table text-medium-ink">
          {problem}
        </p>
      ) : null}
      {mayRun ? (
        <Button type="submit" look="main" disabled={isBusy}>
          {isBusy ? 'Snapshot running' : 'Run now'}
        </Button>
      ) : null}
    </form>
  )
}
