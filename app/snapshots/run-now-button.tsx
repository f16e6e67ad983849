// A plain form: it works without scripts, and the page that comes back shows the run.
import { Button } from '#components/ui/button.tsx'
import { runNow } from './run-now.ts'

export function RunNowButton({ isBusy }: { isBusy: boolean }) {
  return (
    <form action={runNow}>
      <Button type="submit" look="main" disabled={isBusy}>
        {isBusy ? 'Snapshot running' : 'Run now'}
      </Button>
    </form>
  )
}
