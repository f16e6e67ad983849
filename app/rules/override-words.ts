// For which part of the estate a policy says otherwise, in words.
import type { Policy, Selector } from '#lib/domain/policy.ts'
import { type ThresholdName, withSome } from '#lib/domain/thresholds.ts'
import { thresholdValue } from './words.ts'

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** "in development", "in vault kv-a or kv-b, owned by ana"; "everywhere" for a selector that narrows nothing. */
export function selectorText({ environments, subscriptions, vaults, owners, tags }: Selector): string {
  const some = (before: string, names: readonly string[]) =>
    names.length > 0 ? [`${before} ${either.format(names)}`] : []
  const words = [
    ...some('in', environments),
    ...some('in subscription', subscriptions),
    ...some('in vault', vaults),
    ...some('owned by', owners),
    ...some(
      'tagged',
      tags.map(({ name, value }) => (value === null ? name : `${name}=${value}`)),
    ),
  ]
  return words.length > 0 ? words.join(', ') : 'everywhere'
}

/** "180 days in development": the overrides that say something about a threshold, in the order in which they decide. */
export function overridesText(name: ThresholdName, { thresholds, overrides }: Policy): string[] {
  return overrides
    .filter((override) => override.thresholds[name] !== undefined)
    .map(
      (override) =>
        `${thresholdValue(name, withSome(thresholds, override.thresholds))} ${selectorText(override.selector)}`,
    )
}
