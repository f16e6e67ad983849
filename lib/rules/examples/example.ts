import type { Evidence } from '#lib/domain/evidence.ts'
import type { Thresholds } from '#lib/domain/thresholds.ts'
import type { VerdictStatus } from '#lib/domain/verdict.ts'

/** What a real vault holds one day and no rule may stumble over. Each has an example, with its verdict and its words. */
export const badInputs = [
  'a tag that is no date',
  'a validity that is no number',
  'an expiry before its creation',
  'versions out of order',
  'two versions in the same second',
  'clocks that disagree',
  'a caller without a name',
  'a name in another case',
] as const

/** One case a rule is specified by: what is given, beside a vault in which nothing is wrong, and what the rule says. */
export type Example = {
  /** A sentence. */
  says: string
  badInput?: (typeof badInputs)[number]
  given: Partial<Evidence>
  thresholds?: Partial<Thresholds>
  ownerTagNames?: readonly string[]
  verdict: VerdictStatus
  /** The words on screen, where they matter. */
  because?: string
}
