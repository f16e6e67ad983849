// The ranked list of what needs somebody: rules that fail, what expires this week, and what could not be seen.
import { type Severity, severities } from '#lib/domain/severity.ts'
import { count } from '#lib/format/number.ts'
import type { RuleAttention } from '#lib/queries/list-attention.ts'
import { expiringHref } from './expiring-href.ts'
import { attentionSentence, type SaidThresholds, some } from './attention-words.ts'

export type AttentionItem = {
  key: string
  tone: Severity | 'unknown'
  sentence: string
  /** In how many vaults, where that says more than the sentence. */
  aside: string | null
  href: string
}

export type AttentionFacts = {
  rules: readonly RuleAttention[]
  said: SaidThresholds
  /** Objects that expire on the days `[fromOn, toOn)`. */
  expiring: { objects: number; fromOn: Date; toOn: Date }
  unreadVaults: number
}

// What could not be seen may hide anything: it stands after what is known to be severe and before the rest.
const rank: readonly AttentionItem['tone'][] = ['critical', 'high', 'unknown', 'medium', 'low']

export function attentionItems({ rules, said, expiring, unreadVaults }: AttentionFacts): AttentionItem[] {
  const items: AttentionItem[] = []
  // Of what is as severe it comes first: a date cannot be put off, and behind nine open rules nobody would see it.
  if (expiring.objects > 0) {
    items.push({
      key: 'expiring',
      tone: 'high',
      sentence: `${some(expiring.objects, 'object', ['expires', 'expire'])} in the next 7 days`,
      aside: null,
      href: expiringHref(expiring),
    })
  }
  items.push(
    ...rules.map((rule) => ({
      key: rule.ruleId,
      tone: rule.severity,
      sentence: attentionSentence(rule, said),
      aside: rule.subject === 'vault' ? null : `in ${count(rule.vaults)} ${rule.vaults === 1 ? 'vault' : 'vaults'}`,
      href: `/findings?rule=${rule.ruleId}`,
    })),
  )
  if (unreadVaults > 0) {
    items.push({
      key: 'unread',
      tone: 'unknown',
      sentence: `${some(unreadVaults, 'vault', ['could not be read', 'could not be read'])}`,
      aside: 'whatever is in there is not in these figures',
      href: '/snapshots?coverage=not',
    })
  }
  return items.sort((one, other) => rank.indexOf(one.tone) - rank.indexOf(other.tone))
}

export const isSeverity = (tone: AttentionItem['tone']): tone is Severity =>
  severities.some((severity) => severity === tone)
