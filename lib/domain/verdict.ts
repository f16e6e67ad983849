import type { UnreadReason } from './observed.ts'
import type { ObjectRef } from './vault-object.ts'

export const verdictStatuses = ['pass', 'fail', 'unknown', 'not-applicable'] as const

export type VerdictStatus = (typeof verdictStatuses)[number]

/** Values that decided a verdict, as they are shown and exported. Instants as ISO text, so that they survive storage. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/**
 * A rule's answer about one subject. `because` is one sentence that stays the same while nothing changes (dates, not
 * ages): a verdict whose words moved every day would be written anew every day.
 */
export type Verdict = {
  ruleId: string
  /** The vault itself, or an object in it. */
  subject: 'vault' | ObjectRef
  status: VerdictStatus
  because: string
  facts: Facts
  /** Only with `unknown`. */
  reason: UnreadReason | null
}
