// The policy in words: what each threshold is called and means, and what differs between two policies.
import { selectorText } from '#app/rules/override-words.ts'
import { thresholdText, thresholdValue } from '#app/rules/words.ts'
import type { Override, Policy } from '#lib/domain/policy.ts'
import { namedIn, type PolicyChange, sameValue } from '#lib/domain/policy-changes.ts'
import { defaultThresholds, type SomeThresholds, type ThresholdName, withSome } from '#lib/domain/thresholds.ts'
import type { RuleArea } from '#lib/rules/rule.ts'

/** Short, for a field and for a list. */
export const thresholdLabels: Record<ThresholdName, string> = {
  rotationDays: 'Rotation',
  nearExpiryDays: 'Near expiry',
  stillReadDays: 'Still read',
  secretValidityDays: 'Validity of secrets',
  certificateValidityMonths: 'Validity of certificates',
  oldVersionGraceDays: 'Grace of older versions',
  disabledDays: 'Disabled objects',
  rsaKeyBits: 'Length of RSA keys',
  allowedCurves: 'Curves',
  firewallPrefixBits: 'Firewall ranges',
  retentionDays: 'Retention',
  unusedDays: 'Unused secrets',
  recentCallsDays: 'Recent calls',
  readsPerCacheWindow: 'Reads within eight hours',
  deniedCallsPerDay: 'Refused calls',
  backupDays: 'Backups',
}

/** Where its number comes from, or what it is good for. */
export const thresholdReasons: Record<ThresholdName, string> = {
  rotationDays:
    'Microsoft: at least every 60 days. Counted from the making of the current version; an edit is no rotation.',
  nearExpiryDays: 'Key Vault’s own near-expiry event comes 30 days before the date.',
  stillReadDays: 'An expired secret that was read within this time counts as still in use.',
  secretValidityDays: 'Counted from the making of the version. Microsoft: 60 to 90 days between rotations.',
  certificateValidityMonths: 'The default of Azure Policy’s control of certificate validity.',
  oldVersionGraceDays: 'The time callers have to follow a new version.',
  disabledDays: 'Counted from the last edit: Azure does not say when an object was disabled.',
  rsaKeyBits: 'NIST has disallowed RSA below 2048 bits since 2014.',
  allowedCurves: 'The default of Azure Policy’s control of curves: every curve Azure offers.',
  firewallPrefixBits: 'A range of /24 is 256 addresses: an office, or a provider’s exit.',
  retentionDays: 'Azure’s default, and the longest it offers; fixed when a vault is made.',
  unusedDays: 'A quarter, as for what is disabled. Only days that the access log covers are counted.',
  recentCallsDays:
    'For so long an old version that was read, reads without a cache, throttled and refused calls count as going on.',
  readsPerCacheWindow: 'Microsoft: cache for at least eight hours. That is one read, and one more for a restart.',
  deniedCallsPerDay: 'Of one caller on one day. A handful is a mistake; so many is a programme that goes on trying.',
  backupDays: 'How old the latest backup of a vault may be that has no purge protection.',
}

export const thresholdAreas: Record<ThresholdName, RuleArea> = {
  rotationDays: 'Rotation',
  nearExpiryDays: 'Rotation',
  secretValidityDays: 'Rotation',
  certificateValidityMonths: 'Rotation',
  oldVersionGraceDays: 'Rotation',
  disabledDays: 'Rotation',
  rsaKeyBits: 'Rotation',
  allowedCurves: 'Rotation',
  firewallPrefixBits: 'Network',
  retentionDays: 'Recovery',
  backupDays: 'Recovery',
  deniedCallsPerDay: 'Access',
  readsPerCacheWindow: 'Limits',
  recentCallsDays: 'Limits',
  stillReadDays: 'Use',
  unusedDays: 'Use',
}

/** One value of an override, in its own unit. */
export const saidValue = (name: ThresholdName, said: SomeThresholds) =>
  thresholdValue(name, withSome(defaultThresholds, said))

/** "In development: a secret is to be rotated within 180 days." */
export function overrideText({ selector, thresholds }: Override): string {
  const names = namedIn(thresholds)
  const said = names.map((name) =>
    lowerFirst(thresholdText(name, withSome(defaultThresholds, thresholds)).slice(0, -1)),
  )
  return `${upperFirst(selectorText(selector))}: ${said.length > 0 ? said.join('; ') : 'nothing is set otherwise yet'}.`
}

/** What changed, and from what to what; `from` and `to` are empty where a sentence says it all. */
export type ChangeWords = { what: string; from: string; to: string }

/** Every change in words, in their order. */
export const changeWords = (changes: readonly PolicyChange[], from: Policy, to: Policy): ChangeWords[] =>
  changes.flatMap((change) => wordsOf(change, from, to))

function wordsOf(change: PolicyChange, from: Policy, to: Policy): ChangeWords[] {
  switch (change.kind) {
    case 'threshold': {
      const { name } = change
      return [
        {
          what: thresholdLabels[name],
          from: thresholdValue(name, from.thresholds),
          to: thresholdValue(name, to.thresholds),
        },
      ]
    }
    case 'override-added':
      return [sentence(`New: ${overrideText(change.override)}`)]
    case 'override-removed':
      return [sentence(`Taken away: ${overrideText(change.override)}`)]
    case 'overrides-reordered':
      return [sentence('The overrides stand in another order. Of two that match, the first one decides.')]
    case 'override-changed':
      return overrideChange(change.from, change.to)
  }
}

function overrideChange(from: Override, to: Override): ChangeWords[] {
  const where = upperFirst(selectorText(to.selector))
  const value = (name: ThresholdName, said: SomeThresholds) =>
    said[name] === undefined ? 'as elsewhere' : saidValue(name, said)
  const names = [...new Set([...namedIn(from.thresholds), ...namedIn(to.thresholds)])]
  const values = names
    .filter((name) => !sameValue(from.thresholds[name], to.thresholds[name]))
    .map((name) => ({
      what: `${where}: ${lowerFirst(thresholdLabels[name])}`,
      from: value(name, from.thresholds),
      to: value(name, to.thresholds),
    }))
  if (from.reason === to.reason) return values
  const quoted = (reason: string) => (reason ? `“${reason}”` : 'none')
  return [...values, { what: `${where}: the reason`, from: quoted(from.reason), to: quoted(to.reason) }]
}

/** "Rotation: 60 days → 45 days." */
export const changeSentence = ({ what, from, to }: ChangeWords) => (to ? `${what}: ${from} → ${to}.` : what)

const sentence = (what: string): ChangeWords => ({ what, from: '', to: '' })

const upperFirst = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
// An abbreviation keeps its capitals: "RSA", but "A secret".
const lowerFirst = (text: string) => (/^[A-Z]{2}/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`)

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "Rotation, Near expiry and Curves". */
export const listText = (words: readonly string[]) => conjunction.format(words)
