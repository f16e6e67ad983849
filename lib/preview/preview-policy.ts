// What another policy would have said of what is remembered: now, and week by week before.
import { setImmediate } from 'node:timers/promises'
import type { Database } from '#lib/db/open-database.ts'
import type { Policy } from '#lib/domain/policy.ts'
import { posture } from '#lib/domain/posture.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { judge } from '#lib/engine/judge.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import { accessSpan } from '#lib/recall/access-span.ts'
import { recallAccess } from '#lib/recall/recall-access.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { kindsOf, partsOf, type Rule } from '#lib/rules/rule.ts'
import { affectedRules } from './affected-rules.ts'
import { evidenceAt } from './evidence-at.ts'
import { openJudgement, type RulePreview } from './judgement.ts'
import { listPreviewPoints } from './list-preview-points.ts'
import { listRememberedVaults } from './list-remembered-vaults.ts'
import { partsByObject, recallHistories, type Wanted } from './recall-histories.ts'

export type Preview = {
  /** Oldest first; the last one is the latest snapshot. */
  points: readonly { at: Date; capturedAt: Date | null }[]
  rules: readonly RulePreview[]
  /** Over all rules, 0 to 1; null when nothing was decided. */
  posture: { before: number | null; after: number | null }
}

/** Weekly points before the latest one: 13 weeks are 91 days. */
const weeks = 13

/** Vaults whose histories are in memory at a time. */
const vaultsAtOnce = 25

/**
 * Judges the remembered estate by two policies, within a scope, and counts what would differ. Only rules whose thresholds
 * differ are judged (`rules` names others instead). `most` limits how many subjects are named, not how many are counted.
 */
export async function previewPolicy(
  db: Database,
  scope: Scope,
  {
    at,
    before,
    after,
    ownerTagNames,
    most = 100,
    rules = affectedRules(catalogue, before, after),
  }: {
    at: Date
    before: Policy
    after: Policy
    ownerTagNames: readonly string[]
    most?: number
    rules?: readonly Rule[]
  },
): Promise<Preview> {
  const points = await listPreviewPoints(db, { at, weeks })
  const judgement = openJudgement(scope, { rules, points: points.length, most })
  const moments = points.flatMap((point, i) =>
    point.capturedAt ? [{ i, at: point.at, capturedAt: point.capturedAt }] : [],
  )
  const [first, last] = [moments[0], moments.at(-1)]
  if (first && last && rules.length > 0) {
    const span = { from: first.capturedAt, until: last.capturedAt }
    const vaults = await listRememberedVaults(db, scope, span)
    for (let from = 0; from < vaults.length; from += vaultsAtOnce) {
      const batch = vaults.slice(from, from + vaultsAtOnce)
      const [histories, log] = await Promise.all([
        recallHistories(db, batch, { ...span, wanted: wantedBy(rules) }),
        looksAt(rules, ['accessLog'])
          ? recallAccess(
              db,
              batch.map(({ vaultId }) => vaultId),
              moments.map(({ i, capturedAt }) => ({ i, at: capturedAt })),
              accessSpan([before, after]),
            )
          : null,
      ])
      for (const history of histories) {
        for (const { i, at: pointAt, capturedAt } of moments) {
          const found = evidenceAt(history, { i, capturedAt, ownerTagNames, log })
          if (!found) continue
          const known = found.objects.map(({ kind, name }) => ({ kind, name }))
          const verdictsBy = (policy: Policy) =>
            judge({ rules, evidence: found.evidence, known, policy, ownerTagNames, now: capturedAt })
          judgement.add(history, found, {
            i,
            at: pointAt,
            isLatest: i === last.i,
            before: verdictsBy(before),
            after: verdictsBy(after),
          })
        }
        // Between two vaults others get their turn: a preview of a large estate takes seconds of one core.
        await setImmediate()
      }
    }
  }
  const counted = judgement.counted(moments.map(({ i }) => i))
  return { points, rules: counted, posture: await posturesOf(db, scope, at, counted) }
}

async function posturesOf(
  db: Database,
  scope: Scope,
  at: Date,
  counted: readonly RulePreview[],
): Promise<Preview['posture']> {
  const standings = await getPosture(db, { scope, at, comparedAt: at })
  const latest = new Map(counted.map(({ rule, points }) => [rule.id, points.at(-1)]))
  // A rule that no snapshot has judged by yet is in nobody's posture.
  const postureBy = (policy: 'before' | 'after') =>
    posture(standings.map((standing) => ({ ...standing, ...latest.get(standing.ruleId)?.[policy] })))
  return { before: postureBy('before'), after: postureBy('after') }
}

const looksAt = (rules: readonly Rule[], parts: readonly string[]) =>
  rules.some((rule) => partsOf(rule).some((part) => parts.includes(part)))

function wantedBy(rules: readonly Rule[]): Wanted {
  const lists = ['secrets', 'keys', 'certificates']
  const byObject = rules.filter((rule) => looksAt([rule], partsByObject))
  const objects = looksAt(rules, lists)
  // Rules that look at nothing but their list cannot be undecided for want of anything else.
  const listOnly = catalogue.filter(
    (rule) => kindsOf(rule).length > 0 && rule.needs.length + rule.consults.length === 0,
  )
  return {
    objects,
    versions: looksAt(rules, ['versions']),
    details: looksAt(rules, ['renewals', 'keyMaterial']),
    ruleIds: rules.map(({ id }) => id),
    witnessIds: objects ? [...listOnly, ...byObject].map(({ id }) => id) : [],
  }
}
