import type { Evidence } from '#lib/domain/evidence.ts'
import type { VaultObject } from '#lib/domain/vault-object.ts'
import { type Decision, unknown } from './decision.ts'
import { unreadBecause } from './unread-because.ts'

const lists = ['secrets', 'keys', 'certificates'] as const

/**
 * Everything in a vault that was seen. `gap` is null when that is all there is; else it is the answer of a rule that
 * what was seen does not decide.
 */
export function objectsOfVault(evidence: Pick<Evidence, (typeof lists)[number]>): {
  seen: VaultObject[]
  gap: Decision | null
} {
  const gaps = lists.flatMap((part) => {
    const list = evidence[part]
    const isWhole = list.status === 'read' || (list.status === 'partly' && list.missing === 'fields')
    return isWhole ? [] : [{ part, how: list.status, reason: list.reason }]
  })
  const [first] = gaps
  const alike = gaps.filter(({ how, reason }) => how === first?.how && reason.code === first.reason.code)
  const parts = alike.map(({ part }) => part)
  return {
    seen: lists.flatMap((part) => {
      const list = evidence[part]
      return list.status === 'not' ? [] : list.value
    }),
    gap: first ? unknown(first.reason, unreadBecause(parts, first.reason.code, first.how)) : null,
  }
}
