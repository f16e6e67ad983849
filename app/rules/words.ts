// What a rule looks at, as a person reads it.
import type { EvidencePart } from '#lib/domain/evidence.ts'
import { type ThresholdName, type Thresholds, thresholdUnits } from '#lib/domain/thresholds.ts'
import { dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { RuleSubject } from '#lib/rules/rule.ts'

export const subjectWords: Record<RuleSubject, string> = {
  vault: 'vaults',
  object: 'all objects',
  secret: 'secrets',
  key: 'keys',
  certificate: 'certificates',
  'key-or-certificate': 'keys and certificates',
}

export const evidenceWords: Record<EvidencePart, string> = {
  secrets: 'the list of secrets',
  keys: 'the list of keys',
  certificates: 'the list of certificates',
  versions: 'the versions of each object',
  renewals: 'the rotation and renewal policies of keys and certificates',
  keyMaterial: 'type and size of keys',
  history: 'what earlier snapshots saw',
  diagnostics: 'the diagnostic settings of the vault',
  valueRoles: 'the role assignments that reach the vault',
  eventTopics: 'the Event Grid topics of the vault',
  accessLog: 'the access log of the vault',
  ownCalls: 'when Kempt itself called the vault',
}

export const thresholdWords: Record<ThresholdName, string> = {
  rotationDays: 'A secret is to be rotated within',
  nearExpiryDays: 'Near its expiry means within',
  stillReadDays: 'A read counts as going on for',
  secretValidityDays: 'A secret may be valid for at most',
  certificateValidityMonths: 'A certificate may be valid for at most',
  oldVersionGraceDays: 'An older version may stay enabled for',
  rsaKeyBits: 'An RSA key is to have at least',
  allowedCurves: 'The curves that are accepted are',
  disabledDays: 'A disabled object may be kept for',
  firewallPrefixBits: 'The widest address range that is accepted is',
  retentionDays: 'What is deleted is to be kept for at least',
  unusedDays: 'A secret counts as unused when it was not read for',
  recentCallsDays: 'A call counts as recent for',
  readsPerCacheWindow: 'In eight hours a caller may read a secret from one address with at most',
  deniedCallsPerDay: 'What a caller is refused on one day counts from',
  backupDays: 'A backup counts for',
}

const months = new Intl.NumberFormat('en-GB', { style: 'unit', unit: 'month', unitDisplay: 'long' })

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const inUnits = {
  days: dayCount,
  months: (value: number) => months.format(value),
  bits: (value: number) => `${value} bits`,
  prefix: (value: number) => `/${value}`,
  calls: (value: number) => `${count(value)} ${value === 1 ? 'call' : 'calls'}`,
}

/** "A secret is to be rotated within 60 days." */
export const thresholdText = (name: ThresholdName, policy: Thresholds) =>
  `${thresholdWords[name]} ${thresholdValue(name, policy)}.`

/** "60 days", "/24", "P-256 and P-384": one threshold in its own unit. */
export function thresholdValue(name: ThresholdName, policy: Thresholds): string {
  const value = policy[name]
  const unit = thresholdUnits[name]
  if (typeof value !== 'number') return list.format(value)
  return unit === 'curves' ? String(value) : inUnits[unit](value)
}
