// Counts the verdicts of two policies, point by point, as the tallies count them: within a scope, and what is waived apart.
import type { Scope } from '#lib/domain/scope.ts'
import { type ObjectKind, objectKey, type ObjectRef } from '#lib/domain/vault-object.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import type { Rule } from '#lib/rules/rule.ts'
import type { EvidenceAt } from './evidence-at.ts'
import type { VaultHistory } from './recall-histories.ts'

export type RuleCount = { pass: number; fail: number; unknown: number; notApplicable: number; waived: number }

/** A subject that one of two policies fails and the other does not, and what the new one says of it. */
export type MovedSubject = {
  vault: string
  /** Null: the vault itself. */
  object: { kind: ObjectKind; name: string } | null
  because: string
}

export type RulePreview = {
  rule: Rule
  /** One for each point of the preview; null where no snapshot stands for it. */
  points: readonly ({ before: RuleCount; after: RuleCount } | null)[]
  /** At the latest point: how many fail by the one policy and not by the other, and the first of them by name. */
  newlyFailing: { total: number; first: readonly MovedSubject[] }
  newlyPassing: { total: number; first: readonly MovedSubject[] }
}

type Point = { i: number; at: Date; isLatest: boolean; before: readonly Verdict[]; after: readonly Verdict[] }

type Count = Record<keyof RuleCount, number>

const none = (): Count => ({ pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 })

export function openJudgement(
  scope: Scope,
  { rules, points, most }: { rules: readonly Rule[]; points: number; most: number },
) {
  const counts = new Map(
    rules.map(({ id }) => [id, Array.from({ length: points }, () => ({ before: none(), after: none() }))]),
  )
  const moved = new Map(rules.map(({ id }) => [id, { failing: movement(most), passing: movement(most) }]))

  return {
    /** Adds what both policies say of one vault at one point. */
    add(history: VaultHistory, found: EvidenceAt, { i, at, isLatest, before, after }: Point) {
      const objects = new Map(found.objects.map((object) => [objectKey(object), object]))
      const objectOf = (subject: Verdict['subject']) => (subject === 'vault' ? null : objects.get(objectKey(subject)))
      const isVisible = ({ subject }: Verdict) =>
        scope.kind === 'everything' ||
        [found.vaultOwner, objectOf(subject)?.owner ?? null].some(
          (owner) => owner !== null && scope.owners.includes(owner),
        )
      const isWaived = ({ ruleId, subject }: Verdict) =>
        history.waivers.some(
          (waiver) =>
            waiver.ruleId === ruleId &&
            waiver.objectId === (objectOf(subject)?.objectId ?? null) &&
            waiver.validFrom <= at &&
            (waiver.validTo === null || waiver.validTo > at),
        )
      const columnOf = (verdict: Verdict): keyof RuleCount => {
        if (verdict.status === 'not-applicable') return 'notApplicable'
        if (!found.settingsRead) return 'unknown'
        return verdict.status === 'fail' && isWaived(verdict) ? 'waived' : verdict.status
      }
      for (const [place, verdict] of after.entries()) {
        // The same rules about the same subjects in the same order: only what they say can differ.
        const old = before[place]
        const count = counts.get(verdict.ruleId)?.[i]
        if (!old || !count || !isVisible(verdict)) continue
        const [was, is] = [columnOf(old), columnOf(verdict)]
        count.before[was] += 1
        count.after[is] += 1
        if (!isLatest || was === is) continue
        const moves = moved.get(verdict.ruleId)
        if (is === 'fail') moves?.failing.add(history, verdict)
        if (was === 'fail') moves?.passing.add(history, verdict)
      }
    },

    /** `known` are the points for which there was something to judge by. */
    counted: (known: readonly number[]): RulePreview[] =>
      rules.map((rule) => ({
        rule,
        points: (counts.get(rule.id) ?? []).map((count, i) => (known.includes(i) ? count : null)),
        newlyFailing: moved.get(rule.id)?.failing.told() ?? { total: 0, first: [] },
        newlyPassing: moved.get(rule.id)?.passing.told() ?? { total: 0, first: [] },
      })),
  }
}

function movement(most: number) {
  const first: MovedSubject[] = []
  let total = 0
  return {
    add({ name }: VaultHistory, { subject, because }: Verdict) {
      total++
      if (first.length < most) first.push({ vault: name, object: named(subject), because })
    },
    told: () => ({ total, first }),
  }
}

const named = (subject: 'vault' | ObjectRef) =>
  subject === 'vault' ? null : { kind: subject.kind, name: subject.name }
