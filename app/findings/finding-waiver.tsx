// The waiver of one finding: in force, waiting, or the form that begins one; and those that the subject once had.
import type { ReactNode } from 'react'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { mayDecideWaivers, waivableScope } from '#lib/commands/waiver-rights.ts'
import { isoDate } from '#lib/format/date.ts'
import type { DetailedFinding } from '#lib/queries/findings/get-finding-subject.ts'
import { everyWaiver } from '#lib/queries/waivers/waiver-filter.ts'
import type { WaiverRow } from '#lib/queries/waivers/waiver-rows.ts'
import { formDays } from '../waivers/form-days.ts'
import { defaultWaiversSearch, waiversHref } from '../waivers/search.ts'
import { WaiverStateBadge } from '../waivers/waiver-badges.tsx'
import { WaiverForm } from '../waivers/waiver-form.tsx'
import { kindWords } from '../waivers/words.ts'
import { type FindingsSearch, findingsHref } from './search.ts'

const stands = ({ state }: WaiverRow) => state === 'in-force' || state === 'asked'

/** A waiver that stands at one of these findings; every other is told of below them. */
export const isAbout = (waiver: WaiverRow, findings: readonly DetailedFinding[]) =>
  stands(waiver) && findings.some(({ ruleId }) => ruleId === waiver.ruleId)

type FindingWaiverProps = {
  view: View
  search: FindingsSearch
  finding: DetailedFinding
  waivers: readonly WaiverRow[]
  /** The key of the subject. */
  row: string
}

export function FindingWaiver({ view, search, finding, waivers, row }: FindingWaiverProps) {
  const { person, asOf, now } = view
  const waiver = waivers.find((one) => one.ruleId === finding.ruleId && stands(one))
  if (waiver) return <Standing waiver={waiver} asOf={asOf} />
  if (finding.status !== 'fail' || asOf !== null || !waivableScope(person)) return null
  const isLead = mayDecideWaivers(person)
  return (
    <div className="mt-2">
      <WaiverForm
        title={isLead ? 'Waive' : 'Ask for a waiver'}
        says={
          isLead
            ? 'The finding counts apart from now on, and returns by itself when the last day is over.'
            : 'A lead decides. Until then the finding goes on counting.'
        }
        days={formDays(now)}
        about={{ view: findingsHref({ ...search, row }, null), row, rule: finding.ruleId }}
      />
    </div>
  )
}

function Standing({ waiver, asOf }: { waiver: WaiverRow; asOf: string | null }) {
  const { state, endsOn, kind, reason, askedBy, askedAt, decidedBy, decidedAt, batch } = waiver
  const isInForce = state === 'in-force'
  return (
    <div className="mt-3 rounded-md border border-line bg-sunken p-3 text-table">
      {isInForce ? null : (
        <div className="mb-1.5">
          <Badge tone="accent">Waiver asked for, until {isoDate(endsOn)}</Badge>
        </div>
      )}
      <p>
        <span className="font-medium">{kindWords[kind]}</span>: {reason}
      </p>
      <p className="mt-1 text-faint">
        Asked by {askedBy} on <Time at={askedAt} to="day" />
        {isInForce && decidedAt ? (
          <>
            , approved by {decidedBy} on <Time at={decidedAt} to="day" />
          </>
        ) : (
          ', waiting for a lead'
        )}
        . <BatchLink batch={batch} asOf={asOf} />
      </p>
    </div>
  )
}

const BatchLink = ({ batch, asOf }: { batch: string; asOf: string | null }) => (
  <Link href={waiversHref({ ...defaultWaiversSearch, filter: { ...everyWaiver, batch } }, asOf)}>
    See it in Waivers
  </Link>
)

/** Waivers that are over, or have nothing left to waive: it shows that they were there. */
export function FormerWaivers({ waivers, asOf }: { waivers: readonly WaiverRow[]; asOf: string | null }) {
  if (waivers.length === 0) return null
  return (
    <section aria-label="Former waivers" className="mt-5 border-t border-line pt-4">
      <h3 className="text-xs font-medium text-faint">Former waivers</h3>
      <ul className="mt-2 space-y-3 text-table">
        {waivers.map((waiver) => (
          <li key={waiver.id}>
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <WaiverStateBadge state={waiver.state} />
              <Link href={withAsOf(`/rules/${waiver.ruleId}`, asOf)} look="row">
                {waiver.failing}
              </Link>
            </div>
            <p className="mt-1 text-soft">
              {whatBecameOf(waiver)} {kindWords[waiver.kind]}: {waiver.reason}
              {waiver.note ? ` – “${waiver.note}”` : ''}
            </p>
            <p className="text-faint">
              Asked by {waiver.askedBy} on <Time at={waiver.askedAt} to="day" />.{' '}
              <BatchLink batch={waiver.batch} asOf={asOf} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function whatBecameOf({
  state,
  endsOn,
  approved,
  decidedBy,
  decidedAt,
  withdrawnAt,
  withdrawnBy,
}: WaiverRow): ReactNode {
  const until = isoDate(endsOn)
  if (state === 'withdrawn' && withdrawnAt)
    return approved
      ? `Was waived until ${isoDate(withdrawnAt)}, when ${withdrawnBy} withdrew it.`
      : `Was asked for until ${until}, and withdrawn by ${withdrawnBy} on ${isoDate(withdrawnAt)}.`
  if (state === 'declined' && decidedAt) return `Was declined by ${decidedBy} on ${isoDate(decidedAt)}.`
  if (state === 'ended') return approved ? `Was waived until ${until}.` : `Was asked for until ${until}, never decided.`
  return `Stands until ${until}, with nothing left to waive.`
}
