// Everything that fails in a view, waived or asked for in one step: it says beforehand exactly what that would be.
import type { View } from '#app/view.ts'
import { mostWaivedAtOnce } from '#lib/commands/ask-for-waivers.ts'
import { mayDecideWaivers } from '#lib/commands/waiver-rights.ts'
import { count } from '#lib/format/number.ts'
import { formDays } from '../waivers/form-days.ts'
import { WaiverForm } from '../waivers/waiver-form.tsx'
import { findingsText, waivableText } from '../waivers/words.ts'
import type { Waivable } from './read-waivable.ts'
import { type FindingsSearch, findingsHref } from './search.ts'

type BulkWaiverProps = { view: View; search: FindingsSearch; waivable: Waivable }

export function BulkWaiver({ view: { person, now }, search, waivable }: BulkWaiverProps) {
  const isLead = mayDecideWaivers(person)
  const all = findingsText(waivable.findings)
  const title = isLead ? `Waive all ${all} of this view` : `Ask for a waiver for all ${all} of yours in this view`
  if (waivable.findings > mostWaivedAtOnce) {
    return (
      <details className="text-table print:hidden">
        <summary className="link inline-block py-1">{title}</summary>
        <p className="mt-1 text-soft">
          At most {count(mostWaivedAtOnce)} are waived at once, and these are {waivableText(waivable)}: narrow the view
          by a filter first.
        </p>
      </details>
    )
  }
  const href = findingsHref({ ...search, row: null }, null)
  const says = isLead
    ? `Waives ${waivableText(waivable)} at once. They count apart until the last day is over, and return by themselves.`
    : `Asks a lead to waive ${waivableText(waivable)}. Until one approves, they go on counting.`
  return (
    <WaiverForm
      // Another view, or another number of findings, is another question: what was typed for the one is not the other's.
      key={`${href} ${waivable.findings}`}
      title={title}
      says={`${says} What waits for approval already is left as it is.`}
      days={formDays(now)}
      about={{ view: href, expected: `${waivable.findings}` }}
    />
  )
}
