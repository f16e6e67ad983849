// How a waiver stands, when it ends, and what the person who looks may do about it.
import type { View } from '#app/view.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { mayDecideWaivers, waivableScope } from '#lib/commands/waiver-rights.ts'
import { endOf } from '#lib/commands/waiver-terms.ts'
import { daysBetween } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { everyWaiver } from '#lib/queries/waivers/waiver-filter.ts'
import type { WaiverRow } from '#lib/queries/waivers/waiver-rows.ts'
import { endingText } from './ending-text.ts'
import { DecideForm, WithdrawForm } from './note-forms.tsx'
import { defaultWaiversSearch, type WaiversSearch, waiversHref } from './search.ts'
import { WaiverStateBadge } from './waiver-badges.tsx'

export function EndsCell({ row: { endsOn, state }, at }: { row: WaiverRow; at: Date }) {
  const ending = state === 'asked' || state === 'in-force' ? endingText(daysBetween(at, endOf(endsOn))) : null
  return (
    <>
      <Time at={endsOn} to="day" />
      {ending ? (
        <div className="mt-1">
          <Badge
            tone="medium"
            shape={<Icon path="M5 1.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM5 3v2.2l1.4.9" size={10} />}
          >
            {ending}
          </Badge>
        </div>
      ) : null}
    </>
  )
}

export function StateCell({ row, view, search }: { row: WaiverRow; view: View; search: WaiversSearch }) {
  const { state, finding, note, withdrawnAt, withdrawnBy, decidedAt, together, batch } = row
  const stands = state === 'asked' || state === 'in-force'
  return (
    <div className="space-y-1">
      <WaiverStateBadge state={state} />
      {stands && finding === 'none' ? <div className="text-soft">nothing left to waive</div> : null}
      {stands && finding === 'unknown' ? <UnknownMark word="Not judged now" /> : null}
      {state === 'ended' && !decidedAt ? <div className="text-faint">never decided</div> : null}
      {withdrawnAt ? (
        <div className="text-faint">
          <Time at={withdrawnAt} to="day" /> by {withdrawnBy}
        </div>
      ) : null}
      {note ? <div className="text-soft">“{note}”</div> : null}
      {together > 1 && search.filter.batch === null ? (
        <div>
          <Link
            href={waiversHref({ ...defaultWaiversSearch, filter: { ...everyWaiver, batch } }, view.asOf)}
            className="text-table"
          >
            One of {count(together)} asked for together
          </Link>
        </div>
      ) : null}
      {stands && view.asOf === null ? <Actions row={row} view={view} search={search} /> : null}
    </div>
  )
}

function Actions({ row, view: { person }, search }: { row: WaiverRow; view: View; search: WaiversSearch }) {
  const about = { id: `${row.id}`, view: waiversHref(search, null) }
  const isLead = mayDecideWaivers(person)
  const isTheirs = row.askedById === person.objectId && waivableScope(person) !== null
  return (
    <>
      {isLead && row.state === 'asked' ? <DecideForm title="Decide" about={about} /> : null}
      {isLead || isTheirs ? <WithdrawForm title="Withdraw" about={about} /> : null}
    </>
  )
}
