// What a rule looks at, as a person reads it.
import type { EvidencePart } from '#lib/domain/evidence.ts'
import { type Policy, thresholdUnits } from '#lib/domain/policy.ts'
import { dayCount } from '#lib/format/date.ts'
import type { RuleSubject } from '#lib/rules/rule.ts'

export const subjectWords: Record<RuleSubject, string> = {
  vault: 'vaults',
  object: 'all objects',
  secret: 'secrets',
  key: 'keys',
  certificate: 'certificates',
}

export const evidenceWords: Record<EvidencePart, string> = {
  secrets: 'the list of secrets',
  keys: 'the list of keys',
  certificates: 'the list of certificates',
  diagnostics: 'the diagnostic settings of the vault',
  accessLog: 'the access log of the vault',
}

const thresholds: Record<keyof Policy, string> = {
  rotationDays: 'A secret is to be rotated within',
  nearExpiryDays: 'Near its expiry means within',
  stillReadDays: 'A read counts as going on for',
  secretValidityDays: 'A secret may be valid for at most',
  certificateValidityMonths: 'A certificate may be valid for at most',
  disabledDays: 'A disabled object may be kept for',
  firewallPrefixBits: 'The widest address range that is accepted is',
  retentionDays: 'What is deleted is to be kept for at least',
}

const months = new Intl.NumberFormat('en-GB', { style: 'unit', unit: 'month', unitDisplay: 'long' })

const inUnits = {
  days: dayCount,
  months: (value: number) => months.format(value),
  bits: (value: number) => `/${value}`,
}

/** "A secret is to be rotated within 60 days." */
export const thresholdText = (name: keyof Policy, policy: Policy) =>
  `${thresholds[name]} ${inUnits[thresholdUnits[name]](policy[name])}.`
