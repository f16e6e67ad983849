// The shape of a rule: its manual as data, and one pure function about one subject. Evidence or a threshold that a rule did
// not declare does not compile.
import type { Evidence, EvidencePart } from '#lib/domain/evidence.ts'
import type { Severity } from '#lib/domain/severity.ts'
import type { ThresholdName, Thresholds } from '#lib/domain/thresholds.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { type ObjectKind, objectKinds, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Decision } from './decision.ts'

export const ruleAreas = [
  'Storing',
  'Rotation',
  'Access',
  'Network',
  'Limits',
  'Monitoring',
  'Recovery',
  'Use',
] as const

export type RuleArea = (typeof ruleAreas)[number]

/** What a rule judges: the vault, one kind of object in it, the kinds that have a key, or objects of every kind. */
export type RuleSubject = 'vault' | 'object' | 'key-or-certificate' | ObjectKind

/**
 * The names a command is made for. The manual of a rule, which is about nobody yet, passes placeholders. A rule about
 * objects of every kind needs the kind as well: a secret and a key may have one name.
 */
export type CommandNames = {
  vault: string
  object?: string
  kind?: ObjectKind
  resourceGroup: string
  subscriptionId: string
}

type Manual = {
  /** Also the file's name, the URL and the key of its findings. */
  id: string
  /** The good state, as a sentence without a full stop. */
  title: string
  /** The bad state, short. */
  failing: string
  area: RuleArea
  severity: Severity
  /** Why care: two or three sentences. */
  why: string
  fix: {
    /** Where to click, from the vault on. */
    portal: string
    cli: (names: CommandNames) => string
    /** The property that would have prevented it; null when no template can. */
    bicep: string | null
    /** What to know before running the command. */
    note?: string
  }
  source: { page: string; sentence: string; url: string }
  /** Ids of the matching controls: Azure Policy definitions, CIS Azure Foundations ("v3.0 3.3.3"), Microsoft's benchmark. */
  controls: { azurePolicy: readonly string[]; cis: readonly string[]; mcsb: readonly string[] }
}

/** A rule about one kind is handed an object of that name; a rule about several, `object`. */
type HandedName<Subject extends RuleSubject> = Subject extends ObjectKind
  ? Subject
  : Subject extends 'vault'
    ? never
    : 'object'

/** What a rule is handed: its subject, the vault around it, and the parts it declared. */
type Handed<Subject extends RuleSubject, Need extends EvidencePart, Consult extends EvidencePart> = { vault: Vault } & {
  [name in HandedName<Subject>]: VaultObject
} & { [part in Need]: Extract<Evidence[part], { status: 'read' }>['value'] } & { [part in Consult]: Evidence[part] }

type Context<Threshold extends ThresholdName> = {
  /** Those the policy has for this very subject. */
  thresholds: Pick<Thresholds, Threshold>
  now: Date
  ownerTagNames: readonly string[]
}

export type RuleContext = Context<ThresholdName>

type Definition<
  Subject extends RuleSubject,
  Need extends EvidencePart,
  Consult extends EvidencePart,
  Threshold extends ThresholdName,
> = Manual & {
  subject: Subject
  /** Parts that must be wholly read, besides the list of its own subjects; without them the engine answers unknown. */
  needs: readonly Need[]
  /** Parts handed over as they were observed: the rule itself decides what to make of a gap. */
  consults: readonly Consult[]
  thresholds: readonly Threshold[]
  check(evidence: Handed<Subject, Need, Consult>, context: Context<Threshold>): Decision
}

/** Evidence for a rule whose declarations are no longer known to the compiler; the engine fills in what `rule` declares. */
export type AnyHanded = { vault: Vault } & Partial<Record<ObjectKind | 'object', VaultObject>> &
  Partial<Record<EvidencePart, unknown>>

/** Any rule. */
export type Rule = Manual & {
  subject: RuleSubject
  needs: readonly EvidencePart[]
  consults: readonly EvidencePart[]
  thresholds: readonly ThresholdName[]
  check(evidence: AnyHanded, context: RuleContext): Decision
}

/** Declares a rule; `check` may ask for what `subject`, `needs`, `consults` and `thresholds` declare and nothing else. */
export function defineRule<
  Subject extends RuleSubject,
  Need extends EvidencePart = never,
  Consult extends EvidencePart = never,
  Threshold extends ThresholdName = never,
>(definition: Definition<Subject, Need, Consult, Threshold>): Definition<Subject, Need, Consult, Threshold> {
  return definition
}

/** The part of the evidence that lists the objects of a kind. */
export const listOf = { secret: 'secrets', key: 'keys', certificate: 'certificates' } as const satisfies Record<
  ObjectKind,
  EvidencePart
>

/** The kinds of object a rule judges; none when it judges vaults. */
export function kindsOf(rule: Pick<Rule, 'subject'>): readonly ObjectKind[] {
  if (rule.subject === 'vault') return []
  if (rule.subject === 'object') return objectKinds
  return rule.subject === 'key-or-certificate' ? ['key', 'certificate'] : [rule.subject]
}

/** The name under which a rule is handed an object. */
export function handedName(rule: Pick<Rule, 'subject'>): ObjectKind | 'object' {
  const { subject } = rule
  return subject === 'secret' || subject === 'key' || subject === 'certificate' ? subject : 'object'
}

/** Every part of the evidence a rule looks at: the lists of its subjects, then what it needs and consults. */
export const partsOf = (rule: Rule): readonly EvidencePart[] => [
  ...kindsOf(rule).map((kind) => listOf[kind]),
  ...rule.needs,
  ...rule.consults,
]
