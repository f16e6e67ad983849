// What differs between two policies, change by change.
import { selectorKey } from './compare-selectors.ts'
import type { Override, Policy } from './policy.ts'
import { type SomeThresholds, type ThresholdName, thresholdNames } from './thresholds.ts'

export type PolicyChange =
  | { kind: 'threshold'; name: ThresholdName }
  | { kind: 'override-added' | 'override-removed'; override: Override }
  | { kind: 'override-changed'; from: Override; to: Override }
  /** The same overrides in another order: of two that match a subject the first one decides. */
  | { kind: 'overrides-reordered'; overrides: readonly Override[] }

/** Every difference, thresholds first; none when both policies judge alike and say the same. */
export function policyChanges(from: Policy, to: Policy): PolicyChange[] {
  const thresholds = differingThresholds(from.thresholds, to.thresholds)
  return [...thresholds.map((name) => ({ kind: 'threshold', name }) as const), ...overrideChanges(from, to)]
}

/** The thresholds that a change can let another value decide: those whose rules have to be judged anew. */
export function thresholdsOfChanges(changes: readonly PolicyChange[]): ThresholdName[] {
  const names = new Set(changes.flatMap(namesOf))
  return thresholdNames.filter((name) => names.has(name))
}

function namesOf(change: PolicyChange): ThresholdName[] {
  if (change.kind === 'threshold') return [change.name]
  if (change.kind === 'override-changed') return differingThresholds(change.from.thresholds, change.to.thresholds)
  if (change.kind === 'overrides-reordered') return change.overrides.flatMap(({ thresholds }) => namedIn(thresholds))
  return namedIn(change.override.thresholds)
}

/** The thresholds that an override names. */
export const namedIn = (thresholds: SomeThresholds): ThresholdName[] =>
  thresholdNames.filter((name) => thresholds[name] !== undefined)

/** Whether two values of a threshold mean the same; a list of curves has no order. */
export const sameValue = (one: SomeThresholds[ThresholdName], other: SomeThresholds[ThresholdName]): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))

const ordered = (value: SomeThresholds[ThresholdName]) => (Array.isArray(value) ? [...value].sort() : value)

const differingThresholds = (from: SomeThresholds, to: SomeThresholds) =>
  thresholdNames.filter((name) => !sameValue(from[name], to[name]))

function overrideChanges(from: Policy, to: Policy): PolicyChange[] {
  const changes: PolicyChange[] = []
  const waiting = from.overrides.map((override, index) => ({ override, index, key: selectorKey(override.selector) }))
  const kept: number[] = []
  for (const override of to.overrides) {
    const found = waiting.findIndex(({ key }) => key === selectorKey(override.selector))
    const [before] = found < 0 ? [] : waiting.splice(found, 1)
    if (!before) {
      changes.push({ kind: 'override-added', override })
      continue
    }
    kept.push(before.index)
    const differs = differingThresholds(before.override.thresholds, override.thresholds).length > 0
    if (differs || before.override.reason !== override.reason) {
      changes.push({ kind: 'override-changed', from: before.override, to: override })
    }
  }
  for (const { override } of waiting) changes.push({ kind: 'override-removed', override })
  const reordered = kept.some((index, place) => index < (kept[place - 1] ?? -1))
  if (reordered) changes.push({ kind: 'overrides-reordered', overrides: to.overrides })
  return changes
}
