import { type Database, sql } from '#lib/db/open-database.ts'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { policyChanges } from '#lib/domain/policy-changes.ts'
import type { OnRecord } from './on-record.ts'

type Saved = {
  status: 'saved'
  versionId: number
  previousId: number | null
  /** Names of what changed: thresholds, and `overrides` where any of those did. */
  changed: readonly string[]
}

export type SavedPolicy =
  | Saved
  /** Somebody saved after the version that this one was made from. */
  | { status: 'outdated'; by: string; at: Date }
  | { status: 'unchanged' }

/**
 * Adds a version of the policy; the next snapshot that begins judges by it. `expectedVersionId` is the version it was made
 * from, null when there was none: whoever saves never overwrites what they have not seen.
 */
export async function savePolicy(
  db: Database,
  {
    policy,
    note,
    by,
    at,
    expectedVersionId,
  }: { policy: Policy; note: string; by: string; at: Date; expectedVersionId: number | null },
  record?: OnRecord<Saved>,
): Promise<SavedPolicy> {
  return db.$transaction(async (tx) => {
    // Two people who save in the same second come one after the other; whoever only reads is not held up.
    await tx.$executeRaw(sql`lock table policy_version in share row exclusive mode`)
    const latest = await tx.policyVersion.findFirst({ orderBy: { id: 'desc' } })
    if (latest && latest.id !== expectedVersionId) {
      return { status: 'outdated', by: latest.createdBy, at: latest.createdAt }
    }
    const inForce = latest ? policySchema.parse(latest.policy) : defaultPolicy
    const changes = policyChanges(inForce, policy)
    if (changes.length === 0) return { status: 'unchanged' }
    const { id } = await tx.policyVersion.create({ data: { createdAt: at, createdBy: by, note, policy } })
    const changed = new Set(changes.map((change) => (change.kind === 'threshold' ? change.name : 'overrides')))
    const saved: Saved = { status: 'saved', versionId: id, previousId: latest?.id ?? null, changed: [...changed] }
    await record?.(tx, saved)
    return saved
  })
}
