// What fails, as sentences a person would say. A rule without words of its own is named by its failing state.
import type { Policy } from '#lib/domain/policy.ts'
import { dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { RuleAttention } from '#lib/queries/list-attention.ts'

type Words = (rule: RuleAttention, policy: Policy) => string

/** "1 vault is", "12 vaults are": the number, the noun and the verb agree. */
export function some(number: number, noun: string, [one, many]: readonly [one: string, many: string]): string {
  return `${count(number)} ${number === 1 ? noun : `${noun}s`} ${number === 1 ? one : many}`
}

const words: Record<string, Words> = {
  'expired-secret-still-read': ({ findings, callers }) =>
    `${some(findings, 'expired secret', ['is', 'are'])} still read${callers > 0 ? `, by ${count(callers)} ${callers === 1 ? 'caller' : 'callers'}` : ''}`,
  'secret-expired': ({ findings }) => `${some(findings, 'enabled secret', ['has', 'have'])} expired`,
  'key-expired': ({ findings }) => `${some(findings, 'enabled key', ['has', 'have'])} expired`,
  'certificate-expired': ({ findings }) => `${some(findings, 'enabled certificate', ['has', 'have'])} expired`,
  'secret-overdue-for-rotation': ({ findings }, { rotationDays }) =>
    `${some(findings, 'secret', ['was', 'were'])} not rotated for ${dayCount(rotationDays)} or more`,
  'secret-near-expiry': ({ findings }, { nearExpiryDays }) =>
    `${some(findings, 'secret', ['expires', 'expire'])} within ${dayCount(nearExpiryDays)}`,
  'secret-without-expiry': ({ findings }) => `${some(findings, 'secret', ['never expires', 'never expire'])}`,
  'object-without-owner': ({ findings }) => `${some(findings, 'object', ['has', 'have'])} no owner`,
  'vault-open-to-internet': ({ findings }) => `${some(findings, 'vault', ['is', 'are'])} open to the internet`,
  'vault-without-audit-log': ({ findings }) => `${some(findings, 'vault', ['keeps', 'keep'])} no audit log`,
  'vault-without-purge-protection': ({ findings }) =>
    `${some(findings, 'vault', ['can be emptied', 'can be emptied'])} for good: no purge protection`,
  'vault-without-rbac': ({ findings }) =>
    `${some(findings, 'vault', ['uses', 'use'])} access policies instead of roles`,
}

export function attentionSentence(rule: RuleAttention, policy: Policy): string {
  const own = words[rule.ruleId]
  if (own) return own(rule, policy)
  const noun = rule.findings === 1 ? rule.subject : `${rule.subject}s`
  return `${rule.failing}: ${count(rule.findings)} ${noun}`
}
