import type { EvidencePart } from '#lib/domain/evidence.ts'
import type { Observed } from '#lib/domain/observed.ts'
import { type Decision, unknown } from './decision.ts'
import { unreadBecause } from './unread-because.ts'

/**
 * What a part, or the entry of one object in it, decides as far as it was seen. Unread it decides nothing; where items
 * are missing it can show what is wrong, and never that all is well. `wholly` is false for such a one.
 */
export function decideSeen<T>(
  part: EvidencePart,
  observed: Observed<T>,
  decide: (value: T, wholly: boolean) => Decision,
): Decision {
  const { status } = observed
  if (status === 'not') return unknown(observed.reason, unreadBecause([part], observed.reason.code))
  if (status === 'read' || observed.missing === 'fields') return decide(observed.value, true)
  const decision = decide(observed.value, false)
  return decision.status === 'fail'
    ? decision
    : unknown(observed.reason, unreadBecause([part], observed.reason.code, status))
}
