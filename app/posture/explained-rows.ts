// The rows that explain a posture: what decided most of what is missing comes first, what decided nothing comes last.
import { explainPosture, type PosturePart } from '#lib/domain/posture.ts'
import type { RuleStanding } from '#lib/queries/get-posture.ts'

export type ExplainedRule = RuleStanding & PosturePart

export type Explained = {
  /** 0 to 1; null when nothing was decided. */
  posture: number | null
  /** Of all rules that decided something. */
  weight: number
  /** What it would be if nothing had been accepted: waived subjects counted as failing. */
  withoutWaivers: number | null
  rows: ExplainedRule[]
}

/** Rules about nothing that this part has are left out; those that only met what is unknown or waived are not. */
export function explain(rules: readonly RuleStanding[]): Explained {
  const { posture, weight, parts } = explainPosture(rules)
  return {
    posture,
    weight,
    withoutWaivers: explainPosture(rules.map((rule) => ({ ...rule, fail: rule.fail + rule.waived }))).posture,
    rows: parts
      .filter(({ pass, fail, waived, unknown }) => pass + fail + waived + unknown > 0)
      .sort(
        (one, other) =>
          (other.lost ?? -1) - (one.lost ?? -1) || other.weight - one.weight || one.ruleId.localeCompare(other.ruleId),
      ),
  }
}
