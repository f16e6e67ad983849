// One entry of the timeline: when, who, what, where, how it ended, and why it deserves a look.
import type { View } from '#app/view.ts'
import { CallerInline } from '#app/callers/_cells/caller-cell.tsx'
import { vaultHref } from '#app/vaults/search.ts'
import { Link } from '#components/ui/link.tsx'
import type { OperationRow } from '#lib/queries/operations/operation-row.ts'
import { ObjectList, ObjectName } from './object-list.tsx'
import { LookShape, OperationBadge, OutcomeBadge } from './operation-badge.tsx'
import { beforeVault, failureText, lookWords, spanText, thingsText, verbOf } from './words.ts'

/** `besideVault`: the page is that of the vault, whose name need not be said again. */
type OperationLineProps = { row: OperationRow; view: View; besideVault?: boolean }

export function OperationLine({ row, view, besideVault = false }: OperationLineProps) {
  const { kind, outcome, caller, vaultName, objects, looks, firstAt, lastAt } = row
  const failure = outcome === 'failed' ? failureText(objects) : null
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1.5 border-t border-line px-4 py-2.5 text-table sm:grid sm:grid-cols-[88px_132px_minmax(0,1fr)_auto] sm:items-start">
      <time
        dateTime={firstAt.toISOString()}
        title={`${firstAt.toISOString()} to ${lastAt.toISOString()}`}
        className="whitespace-nowrap text-soft"
      >
        {spanText(row)}
      </time>
      <div>
        <OperationBadge kind={kind} />
      </div>
      <div className="min-w-0 [overflow-wrap:anywhere] max-sm:order-last max-sm:w-full">
        <p className="sm:inline">
          <CallerInline caller={caller} asOf={view.asOf} /> <What row={row} asOf={view.asOf} />
          {besideVault ? null : (
            <>
              {beforeVault(row)}
              <Link href={vaultHref(vaultName, view.asOf)} look="row">
                {vaultName}
              </Link>
            </>
          )}
        </p>
        {/* On the same line where there is room for it, and below while it is open. */}{' '}
        <ObjectList row={row} view={view} />
        {looks.length > 0 ? (
          <p className="mt-0.5 flex items-baseline gap-1.5 text-medium-ink">
            <LookShape />
            <span>
              <span className="font-medium">Worth a look:</span> {looks.map((look) => lookWords[look]).join('; ')}
            </span>
          </p>
        ) : null}
      </div>
      <div className="text-faint sm:text-right">
        <OutcomeBadge outcome={outcome} />
        {failure ? <div>{failure}</div> : null}
      </div>
    </li>
  )
}

/** One object is named at once; several are counted, and listed below. */
function What({ row, asOf }: { row: OperationRow; asOf: string | null }) {
  const { kind, objects, vaultName } = row
  const [only, ...others] = objects
  if (kind === 'settings-changed') return verbOf(row)
  if (!only || others.length > 0 || only.name === null) return `${verbOf(row)} ${thingsText(objects)}`
  return (
    <>
      {verbOf(row)} the <ObjectName object={only} vaultName={vaultName} asOf={asOf} />
    </>
  )
}
