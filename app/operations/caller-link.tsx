// Who did it, with what it is, and the way to all it does.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Link } from '#components/ui/link.tsx'
import type { OperationRow } from '#lib/queries/operations/operation-row.ts'
import { callerKindWords, callerName } from './words.ts'

export function CallerLink({ caller, asOf }: { caller: OperationRow['caller']; asOf: string | null }) {
  return (
    <>
      <Link href={withAsOf(`/callers/${encodeURIComponent(caller.identity)}`, asOf)} look="row">
        {callerName(caller)}
      </Link>
      {caller.kind === 'unknown' ? null : <span className="text-faint"> ({callerKindWords[caller.kind]})</span>}
    </>
  )
}
