// Waivers that were asked for together are decided, and withdrawn, together.
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { mayDecideWaivers } from '#lib/commands/waiver-rights.ts'
import { waiverStates } from '#lib/domain/waiver.ts'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { WaiverCount } from '#lib/queries/waivers/count-waivers.ts'
import type { WaiverRow } from '#lib/queries/waivers/waiver-rows.ts'
import { DecideForm, WithdrawForm } from './note-forms.tsx'
import { type WaiversSearch, waiversHref } from './search.ts'
import { kindWords, stateWords, waiversText } from './words.ts'

type BatchCardProps = { view: View; search: WaiversSearch; together: WaiverCount; rows: readonly WaiverRow[] }

export function BatchCard({ view: { person, asOf }, search, together: { total, byState }, rows }: BatchCardProps) {
  const { batch } = search.filter
  const [first] = rows
  if (!batch || !first) return null
  const about = { batch, view: waiversHref({ ...search, page: 1 }, null) }
  const isLead = mayDecideWaivers(person)
  const standing = byState.asked + byState['in-force']
  const states = waiverStates
    .filter((state) => byState[state] > 0)
    .map((state) => `${count(byState[state])} ${stateWords[state].toLowerCase()}`)
  return (
    <Card title={`${waiversText(total)} asked for together`} note={`${states.join(', ')}.`}>
      <p className="text-table">
        <span className="font-medium">{kindWords[first.kind]}</span>: {first.reason}
      </p>
      <p className="mt-1 text-table text-faint">
        Asked by {first.askedBy} on {isoDate(first.askedAt)}, until {isoDate(first.endsOn)}.
      </p>
      {asOf ? null : (
        <div className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
          {isLead && byState.asked > 0 ? (
            <DecideForm title={`Decide about all ${count(byState.asked)} that wait`} about={about} />
          ) : null}
          {standing > 0 && (isLead || first.askedById === person.objectId) ? (
            <WithdrawForm title={`Withdraw all ${count(standing)}`} about={about} />
          ) : null}
        </div>
      )}
    </Card>
  )
}
