import type { Verdict, VerdictStatus } from '#lib/domain/verdict.ts'

/** How many subjects of one vault, of one owner, pass, fail, are unknown or do not apply under one rule. */
export type TallyCount = {
  ruleId: string
  /** Owner of the counted subjects; null when nobody is named. */
  owner: string | null
  vaultOwner: string | null
  pass: number
  fail: number
  unknown: number
  notApplicable: number
}

const column = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  'not-applicable': 'notApplicable',
} as const satisfies Record<VerdictStatus, keyof TallyCount>

/** Whose a verdict is: of its subject, and of the vault. Null when nobody is named. */
export type Owners = { ownerOf: (subject: Verdict['subject']) => string | null; vaultOwner: string | null }

/** Counts one vault's verdicts per rule and owner, ordered by rule and owner whatever the order of the verdicts. */
export function tallyVerdicts(verdicts: readonly Verdict[], { ownerOf, vaultOwner }: Owners): TallyCount[] {
  const counts = new Map<string, TallyCount>()
  for (const { ruleId, subject, status } of verdicts) {
    const owner = ownerOf(subject)
    const key = `${ruleId}/${owner ?? ''}`
    const count = counts.get(key) ?? { ruleId, owner, vaultOwner, pass: 0, fail: 0, unknown: 0, notApplicable: 0 }
    count[column[status]] += 1
    counts.set(key, count)
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count)
}
