import type { Evidence } from '#lib/domain/evidence.ts'
import type { Thresholds } from '#lib/domain/thresholds.ts'
import type { VerdictStatus } from '#lib/domain/verdict.ts'

/** One case a rule is specified by: what is given, beside a vault in which nothing is wrong, and what the rule says. */
export type Example = {
  /** A sentence. */
  says: string
  given: Partial<Evidence>
  thresholds?: Partial<Thresholds>
  ownerTagNames?: readonly string[]
  verdict: VerdictStatus
  /** The words on screen, where they matter. */
  because?: string
}
