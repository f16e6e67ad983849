import type { Policy } from '#lib/domain/policy.ts'
import { policyChanges, thresholdsOfChanges } from '#lib/domain/policy-changes.ts'
import type { Rule } from '#lib/rules/rule.ts'

/** Which of these rules can answer otherwise by another policy? Those that judge by a threshold which it changes somewhere. */
export function affectedRules(rules: readonly Rule[], before: Policy, after: Policy): Rule[] {
  const changed = thresholdsOfChanges(policyChanges(before, after))
  return rules.filter((rule) => rule.thresholds.some((name) => changed.includes(name)))
}
