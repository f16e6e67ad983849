'use client'
// A plain form: it works without scripts, and the page that comes back shows the run, or says why there is none.
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { runNow } from './run-now.ts'

export function RunNowButton({ isBusy }: { isBusy: boolean }) {
  const [problem, ask] = useActionState(runNow, null)
  return (
    <form action={ask} className="flex flex-wrap items-center justify-end gap-3">
      {problem ? (
        <p role="alert" className="text-table text-medium-ink">
          {problem}
        </p>
      ) : null}
      <Button type="submit" look="main" disabled={isBusy}>
        {isBusy ? 'Snapshot running' : 'Run now'}
      </Button>
    </form>
  )
}
