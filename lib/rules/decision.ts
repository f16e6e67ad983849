// What a rule can answer about one subject. `because` is one sentence that stays the same while nothing changes: it names
// dates, never ages. Facts too: a finding whose facts moved every day would be written anew every day.
import type { UnreadReason } from '#lib/domain/observed.ts'
import type { Facts } from '#lib/domain/verdict.ts'

export type Decision =
  | { status: 'pass' | 'fail' | 'not-applicable'; because: string; facts: Facts }
  | { status: 'unknown'; because: string; facts: Facts; reason: UnreadReason }

export const pass = (because: string, facts: Facts = {}): Decision => ({ status: 'pass', because, facts })

export const fail = (because: string, facts: Facts = {}): Decision => ({ status: 'fail', because, facts })

export const notApplicable = (because: string): Decision => ({ status: 'not-applicable', because, facts: {} })

/** Not decided, and why. Without a sentence of its own it says what the reason says. */
export const unknown = (reason: UnreadReason, because: string = reason.detail): Decision => ({
  status: 'unknown',
  because,
  facts: {},
  reason,
})
