// Evidence in, verdicts out: every rule about every subject of one vault. What was not seen is unknown, never clean.
import type { Evidence, EvidencePart } from '#lib/domain/evidence.ts'
import type { UnreadReason } from '#lib/domain/observed.ts'
import { ownerNamedByObject, vaultOwner } from '#lib/domain/owner.ts'
import { environmentOf } from '#lib/domain/environment.ts'
import { type Policy, type PolicySubject, thresholdsFor } from '#lib/domain/policy.ts'
import type { Thresholds } from '#lib/domain/thresholds.ts'
import { type ObjectKind, type ObjectRef, objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { type Decision, unknown } from '#lib/rules/decision.ts'
import { type AnyHanded, handedName, kindsOf, listOf, type Rule } from '#lib/rules/rule.ts'
import { unreadBecause } from '#lib/rules/unread-because.ts'

export type Case = {
  evidence: Evidence
  /** Objects that earlier snapshots saw: when their list is unread, it is they who are unknown. */
  known: readonly ObjectRef[]
  policy: Policy
  ownerTagNames: readonly string[]
  /** The instant the snapshot stands for. */
  now: Date
}

type JudgedCase = Case & { thresholdsOf: (object?: VaultObject) => Thresholds }

/** The verdicts of all rules about one vault, at most one per rule and subject. Never throws for what a rule does. */
export function judge({ rules = catalogue, ...asked }: Case & { rules?: readonly Rule[] }): Verdict[] {
  const given = { ...asked, thresholdsOf: thresholdsBySubject(asked) }
  return rules.flatMap((rule) => (rule.subject === 'vault' ? [judgeVault(rule, given)] : judgeObjects(rule, given)))
}

function judgeVault(rule: Rule, given: JudgedCase): Verdict {
  const gap = gapInNeeds(rule, given.evidence)
  return verdictOf(rule, 'vault', gap ? undecided(gap) : decide(rule, given))
}

function judgeObjects(rule: Rule, given: JudgedCase): Verdict[] {
  const { evidence, known } = given
  const needed = gapInNeeds(rule, evidence)
  const verdicts: Verdict[] = []
  const unnamed: Gap[] = []
  for (const kind of kindsOf(rule)) {
    const list = evidence[listOf[kind]]
    const seen = list.status === 'not' ? [] : list.value
    for (const object of seen) {
      verdicts.push(verdictOf(rule, object, needed ? undecided(needed) : decide(rule, given, object)))
    }
    const gap = gapIn(evidence, listOf[kind])
    if (!gap) continue
    const missed = unseen(kind, known, seen)
    for (const object of missed) verdicts.push(verdictOf(rule, object, undecided(gap)))
    if (missed.length === 0) unnamed.push(gap)
  }
  // Nobody knows which objects were missed, but something may have been: that shows as one unknown on the vault.
  const mark = oneGap(unnamed)
  if (mark) verdicts.push(verdictOf(rule, 'vault', undecided(mark)))
  return verdicts
}

type Gap = { parts: readonly EvidencePart[]; how: 'not' | 'partly'; reason: UnreadReason }

/** The first of several gaps, and with it the parts that are missing for the same cause; null when there is none. */
function oneGap(gaps: readonly Gap[]): Gap | null {
  const [first] = gaps
  if (!first) return null
  const alike = gaps.filter(({ how, reason }) => how === first.how && reason.code === first.reason.code)
  return { ...first, parts: alike.flatMap(({ parts }) => parts) }
}

/** What is missing from a part; null when every item was seen, even if through a source that tells less about each. */
function gapIn(evidence: Evidence, part: EvidencePart): Gap | null {
  const observed = evidence[part]
  if (observed.status === 'read') return null
  if (observed.status === 'partly' && observed.missing === 'fields') return null
  return { parts: [part], how: observed.status, reason: observed.reason }
}

function gapInNeeds(rule: Rule, evidence: Evidence): Gap | null {
  for (const part of rule.needs) {
    const gap = gapIn(evidence, part)
    if (gap) return gap
  }
  return null
}

const undecided = ({ parts, how, reason }: Gap): Decision => unknown(reason, unreadBecause(parts, reason.code, how))

function unseen(kind: ObjectKind, known: readonly ObjectRef[], seen: readonly VaultObject[]): ObjectRef[] {
  const missed = new Map<string, ObjectRef>()
  for (const object of known) if (object.kind === kind) missed.set(objectKey(object), object)
  for (const object of seen) missed.delete(objectKey(object))
  return [...missed.values()]
}

function decide(
  rule: Rule,
  { evidence, thresholdsOf, ownerTagNames, now }: JudgedCase,
  object?: VaultObject,
): Decision {
  const handed: AnyHanded = { vault: evidence.vault }
  if (object) handed[handedName(rule)] = object
  for (const part of rule.needs) {
    const observed = evidence[part]
    if (observed.status !== 'not') handed[part] = observed.value
  }
  for (const part of rule.consults) handed[part] = evidence[part]
  try {
    return rule.check(handed, { thresholds: thresholdsOf(object), ownerTagNames, now })
  } catch (error) {
    const what = object
      ? `${object.kind} ${object.name} in vault ${evidence.vault.name}`
      : `vault ${evidence.vault.name}`
    const detail = `rule ${rule.id} could not judge ${what}: ${error instanceof Error ? error.message : 'no message'}`
    return unknown(
      { code: 'malformed-answer', detail },
      `Rule ${rule.id} could not judge this ${object?.kind ?? 'vault'}: what Azure says about it makes no sense.`,
    )
  }
}

const verdictOf = (rule: Rule, about: 'vault' | ObjectRef, decision: Decision): Verdict => ({
  ruleId: rule.id,
  subject: about === 'vault' ? about : { kind: about.kind, name: about.name },
  status: decision.status,
  because: decision.because,
  facts: decision.facts,
  reason: decision.status === 'unknown' ? decision.reason : null,
})

/** The thresholds of each subject, worked out once and not for every rule anew: overrides ask for tags and names. */
function thresholdsBySubject({ evidence: { vault }, policy, ownerTagNames }: Case): JudgedCase['thresholdsOf'] {
  if (policy.overrides.length === 0) return () => policy.thresholds
  const owner = vaultOwner(vault, ownerTagNames)?.owner ?? null
  const ofVault: PolicySubject = {
    vaultName: vault.name,
    subscriptionId: vault.subscriptionId,
    subscriptionName: vault.subscriptionName,
    environment: environmentOf([vault.tags, vault.resourceGroupTags, vault.subscriptionTags]),
    owner,
    vaultTags: vault.tags,
    objectTags: null,
  }
  const known = new Map<VaultObject | undefined, Thresholds>()
  return (object) => {
    const found = known.get(object)
    if (found) return found
    const subject = object
      ? { ...ofVault, owner: ownerNamedByObject(object.tags, ownerTagNames) ?? owner, objectTags: object.tags }
      : ofVault
    const thresholds = thresholdsFor(policy, subject)
    known.set(object, thresholds)
    return thresholds
  }
}
