// What moved posture between two days, rule by rule, in points that add up.
import { compliance, posture } from '#lib/domain/posture.ts'
import type { RuleStanding } from '#lib/queries/get-posture.ts'

/** A rule that moved posture by less than this (share of 1) would be shown as ±0.0. */
const leastMove = 0.0005

export type Mover = {
  ruleId: string
  failing: string /** Share of 1; 0.012 is 1.2 points. */
  by: number
  /** Its compliance on the two days, 0 to 1. */
  before: number
  now: number
  /** Accepted until a date now: a rise may be theirs. */
  waived: number
}

export type PostureMove = {
  now: number | null
  before: number | null
  /** Rules that were decided on both days and moved it, the strongest first. */
  movers: Mover[]
}

export function postureMove(rules: readonly RuleStanding[]): PostureMove {
  const reachable = rules.filter((rule) => compliance(rule) !== null).reduce((sum, rule) => sum + rule.weight, 0)
  const movers = rules.flatMap((rule) => {
    const now = compliance(rule)
    const before = compliance(atBefore(rule))
    if (now === null || before === null) return []
    const by = (rule.weight * (now - before)) / reachable
    return Math.abs(by) < leastMove
      ? []
      : [{ ruleId: rule.ruleId, failing: rule.failing, waived: rule.waived, before, now, by }]
  })
  return {
    now: posture(rules),
    before: posture(rules.map((rule) => ({ weight: rule.weight, ...atBefore(rule) }))),
    movers: movers.sort(
      (one, other) => Math.abs(other.by) - Math.abs(one.by) || one.ruleId.localeCompare(other.ruleId),
    ),
  }
}

const atBefore = ({ passBefore, failBefore }: RuleStanding) => ({ pass: passBefore, fail: failBefore })

/** "+2.1", "−0.4", "±0.0": points of posture with their sign. */
export function signedPoints(share: number): string {
  const points = Math.abs(share * 100).toFixed(1)
  if (points === '0.0') return '±0.0'
  return `${share > 0 ? '+' : '−'}${points}`
}
