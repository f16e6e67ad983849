// What fails, as sentences a person would say. A rule without words of its own is named by its failing state.
import type { Policy } from '#lib/domain/policy.ts'
import type { Thresholds } from '#lib/domain/thresholds.ts'
import { dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { RuleAttention } from '#lib/queries/list-attention.ts'

/** Thresholds that hold for everybody. One that an override changes for some is left out: a sentence could not name it. */
export type SaidThresholds = Partial<Thresholds>

export function saidThresholds({ thresholds, overrides }: Policy): SaidThresholds {
  const changed = new Set(overrides.flatMap((override) => Object.keys(override.thresholds)))
  return Object.fromEntries(Object.entries(thresholds).filter(([name]) => !changed.has(name)))
}

type Words = (rule: RuleAttention, said: SaidThresholds) => string

/** "1 vault is", "12 vaults are": the number, the noun and the verb agree. */
export function some(number: number, noun: string, [one, many]: readonly [one: string, many: string]): string {
  return `${count(number)} ${number === 1 ? noun : `${noun}s`} ${number === 1 ? one : many}`
}

const nearExpiry = (findings: number, noun: string, days: number | undefined) =>
  days === undefined
    ? `${some(findings, noun, ['expires', 'expire'])} soon`
    : `${some(findings, noun, ['expires', 'expire'])} within ${dayCount(days)}`

/** ", by 3 callers"; nothing where the log names none. */
const byCallers = (callers: number) =>
  callers > 0 ? `, by ${count(callers)} ${callers === 1 ? 'caller' : 'callers'}` : ''

const words: Record<string, Words> = {
  'expired-secret-still-read': ({ findings, callers }) =>
    `${some(findings, 'expired secret', ['is', 'are'])} still read${byCallers(callers)}`,
  'old-version-still-read': ({ findings, callers }) =>
    `${some(findings, 'secret', ['is', 'are'])} still read in an older version${byCallers(callers)}`,
  'unused-secret': ({ findings }, { unusedDays }) =>
    `${some(findings, 'secret', ['was', 'were'])} read by nobody${unusedDays === undefined ? ' for long' : ` for ${dayCount(unusedDays)} or more`}`,
  'caller-not-caching': ({ findings, callers }) =>
    `${some(findings, 'secret', ['is', 'are'])} read again and again instead of cached${byCallers(callers)}`,
  'vault-throttled': ({ findings, callers }) =>
    `${some(findings, 'vault', ['was', 'were'])} driven to the limit${byCallers(callers)}`,
  'access-denied-repeatedly': ({ findings, callers }) =>
    `${some(findings, 'vault', ['goes', 'go'])} on refusing calls${callers > 0 ? ` of ${count(callers)} ${callers === 1 ? 'caller' : 'callers'}` : ''}`,
  'audit-log-silent': ({ findings }) =>
    `${some(findings, 'vault', ['sends', 'send'])} an audit log that does not arrive`,
  'unprotected-vault-without-backup': ({ findings }) =>
    `${some(findings, 'vault', ['has', 'have'])} neither purge protection nor a backup`,
  'secret-expired': ({ findings }) => `${some(findings, 'enabled secret', ['has', 'have'])} expired`,
  'key-expired': ({ findings }) => `${some(findings, 'enabled key', ['has', 'have'])} expired`,
  'certificate-expired': ({ findings }) => `${some(findings, 'enabled certificate', ['has', 'have'])} expired`,
  'secret-overdue-for-rotation': ({ findings }, { rotationDays }) =>
    rotationDays === undefined
      ? `${some(findings, 'secret', ['is', 'are'])} overdue for rotation`
      : `${some(findings, 'secret', ['was', 'were'])} not rotated for ${dayCount(rotationDays)} or more`,
  'secret-near-expiry': ({ findings }, { nearExpiryDays }) => nearExpiry(findings, 'secret', nearExpiryDays),
  'secret-without-expiry': ({ findings }) => `${some(findings, 'secret', ['never expires', 'never expire'])}`,
  'object-without-owner': ({ findings }) => `${some(findings, 'object', ['has', 'have'])} no owner`,
  'vault-open-to-internet': ({ findings }) => `${some(findings, 'vault', ['is', 'are'])} open to the internet`,
  'vault-without-audit-log': ({ findings }) => `${some(findings, 'vault', ['keeps', 'keep'])} no audit log`,
  'vault-without-purge-protection': ({ findings }) =>
    `${some(findings, 'vault', ['can be emptied', 'can be emptied'])} for good: no purge protection`,
  'vault-without-rbac': ({ findings }) =>
    `${some(findings, 'vault', ['uses', 'use'])} access policies instead of roles`,
  'vault-shared-by-environments': ({ findings }) =>
    `${some(findings, 'vault', ['mixes', 'mix'])} production with another environment`,
  'vault-shared-by-applications': ({ findings }) => `${some(findings, 'vault', ['is', 'are'])} shared by applications`,
  'access-policy-too-broad': ({ findings }) =>
    `${some(findings, 'vault', ['has', 'have'])} an access policy that grants too much`,
  'firewall-range-too-wide': ({ findings }) =>
    `${some(findings, 'vault', ['lets', 'let'])} whole networks through the firewall`,
  'vault-without-private-endpoint': ({ findings }) => `${some(findings, 'vault', ['has', 'have'])} no private endpoint`,
  'vault-with-short-retention': ({ findings }) =>
    `${some(findings, 'vault', ['forgets', 'forget'])} deleted objects too soon`,
  'certificate-stored-as-secret': ({ findings }) =>
    `${some(findings, 'certificate', ['is', 'are'])} stored as ${findings === 1 ? 'a secret' : 'secrets'}`,
  'setting-stored-as-secret': ({ findings }) =>
    `${some(findings, 'secret', ['looks like a setting', 'look like settings'])}`,
  'secret-without-content-type': ({ findings }) => `${some(findings, 'secret', ['has', 'have'])} no content type`,
  'rotation-tags-incomplete': ({ findings }) => `${some(findings, 'secret', ['has', 'have'])} incomplete rotation tags`,
  'key-without-expiry': ({ findings }) => some(findings, 'key', ['never expires', 'never expire']),
  'key-near-expiry': ({ findings }, { nearExpiryDays }) => nearExpiry(findings, 'key', nearExpiryDays),
  'certificate-near-expiry': ({ findings }, { nearExpiryDays }) => nearExpiry(findings, 'certificate', nearExpiryDays),
  'secret-validity-too-long': ({ findings }, { secretValidityDays }) =>
    `${some(findings, 'secret', ['is', 'are'])} valid for ${secretValidityDays === undefined ? 'too long' : `more than ${dayCount(secretValidityDays)}`}`,
  'certificate-validity-too-long': ({ findings }, { certificateValidityMonths }) =>
    `${some(findings, 'certificate', ['is', 'are'])} valid for ${certificateValidityMonths === undefined ? 'too long' : `more than ${certificateValidityMonths} months`}`,
  'disabled-object-kept': ({ findings }, { disabledDays }) =>
    `${some(findings, 'object', ['was', 'were'])} disabled ${disabledDays === undefined ? 'long ago' : `${dayCount(disabledDays)} ago or more`} and never deleted`,
  'old-version-still-enabled': ({ findings }, { oldVersionGraceDays }) =>
    `${some(findings, 'secret', ['has', 'have'])} an older version still enabled${oldVersionGraceDays === undefined ? '' : ` ${dayCount(oldVersionGraceDays)}`} after the newer one came`,
  'expiry-extended-without-rotation': ({ findings }) =>
    `${some(findings, 'secret', ['had its', 'had their'])} expiry moved later without being rotated`,
  'key-without-rotation-policy': ({ findings }) =>
    some(findings, 'key', ['does not rotate by itself', 'do not rotate by themselves']),
  'certificate-without-renewal': ({ findings }) =>
    some(findings, 'certificate', ['does not renew itself', 'do not renew themselves']),
  // Certificates are judged too, by the key behind them.
  'weak-key': ({ findings }) => `${some(findings, 'key', ['is', 'are'])} too weak`,
  'value-role-above-vault': ({ findings }) =>
    `${some(findings, 'vault', ['can have its values', 'can have their values'])} read through a role given above ${findings === 1 ? 'it' : 'them'}`,
  'vault-without-event-subscription': ({ findings }) =>
    `${some(findings, 'vault', ['announces', 'announce'])} no expiries`,
}

export function attentionSentence(rule: RuleAttention, said: SaidThresholds): string {
  const own = words[rule.ruleId]
  if (own) return own(rule, said)
  const noun = rule.findings === 1 ? rule.subject : `${rule.subject}s`
  return `${rule.failing}: ${count(rule.findings)} ${noun}`
}
