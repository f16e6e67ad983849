// What would be waived, if the whole view were? Asked only where the answer is needed to the last finding.
import type { View } from '#app/view.ts'
import { mostWaivedAtOnce } from '#lib/commands/ask-for-waivers.ts'
import { mayDecideWaivers, waivableScope } from '#lib/commands/waiver-rights.ts'
import type { FindingCount } from '#lib/queries/findings/count-findings.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import { countWaivable, type WaivableCount } from '#lib/queries/waivers/count-waivable.ts'

/** How many findings, at least: more than are waived at once, so nobody needs to know exactly. */
export type Waivable = WaivableCount | { findings: number; subjects: number; rules: null }

/** Null where the person may waive nothing here: what is past, or does not fail, can only be looked at. */
export async function readWaivable(
  { db, person, at, asOf }: View,
  filter: FindingFilter,
  counted: Promise<FindingCount>,
): Promise<Waivable | null> {
  const scope = waivableScope(person)
  if (!scope || asOf !== null || filter.status !== 'fail') return null
  // A lead may waive all that is listed: then the list was counted already.
  const { findings, subjects } = await counted
  if (mayDecideWaivers(person) && findings > mostWaivedAtOnce) return { findings, subjects, rules: null }
  return countWaivable(db, scope, { at, filter })
}
