// The life of one object: which versions it has at an instant, and whether it is deleted. Everything is told from the
// instant alone, because every life repeats.
import type { Tags, Version } from '../organization.ts'
import { beginningOf, dayMs, generationAt, type Rhythm } from '../rhythm.ts'
import { fraction, hex32, type Seed } from '../seeded-random.ts'

/** Ends when somebody recovers it, when somebody purges it, or when Azure does because the time to recover it has lapsed. */
export type Absence = { afterMs: number; forMs: number; ends: 'recovered' | 'purged' | 'lapsed' }

export type LifePlan = {
  seed: Seed
  rhythm: Rhythm
  /** How many generations are forgotten at once; the versions kept are between this and twice as many. Null keeps one. */
  block: number | null
  /** Null: never expires. */
  validityMs: number | null
  hasStart: boolean
  /** Whether older versions stay enabled; otherwise they are disabled this long after the newer one. */
  keepsOld: boolean
  graceMs: number
  /** Disabled for good at this age. */
  disabledAfterMs: number | null
  /** Its expiry is moved later again and again, a little before it comes. */
  extension: { everyMs: number; leadMs: number } | null
  /** Deleted at this age for so long. */
  absence: Absence | null
  contentType: string | null
  tags: Tags
}

export type LifeAt = { versions: Version[]; deletedAt: Date | null; scheduledPurgeAt: Date | null }

/** Null when it does not exist. What was there before the vault was born comes to be in the vault's first days. */
export function lifeAt(plan: LifePlan, at: number, bornAt: number, retentionMs: number): LifeAt | null {
  const { rhythm, block } = plan
  const generation = generationAt(rhythm, at)
  const earliest = block === null ? generation : (Math.floor(generation / block) - 1) * block
  const settledAt = bornAt + Math.floor(fraction(plan.seed, -7) * 20 * 86_400) * 1000

  const versions: Version[] = []
  let createdAt = 0
  for (let each = earliest, begins = beginningOf(rhythm, each); each <= generation; each++) {
    const next = each < generation ? beginningOf(rhythm, each + 1) : null
    if (next === null || next > settledAt) {
      createdAt = Math.max(begins, begins < bornAt ? settledAt : begins)
      if (createdAt <= at) versions.push(versionAt(plan, each, createdAt, next, at))
    }
    begins = next ?? begins
  }
  if (versions.length === 0) return null

  const deletedAt = plan.absence ? createdAt + plan.absence.afterMs : Number.POSITIVE_INFINITY
  if (plan.absence === null || at < deletedAt) return { versions, deletedAt: null, scheduledPurgeAt: null }
  if (at >= deletedAt + plan.absence.forMs)
    return plan.absence.ends === 'recovered' ? { versions, deletedAt: null, scheduledPurgeAt: null } : null
  return { versions, deletedAt: new Date(deletedAt), scheduledPurgeAt: new Date(deletedAt + retentionMs) }
}

function versionAt(plan: LifePlan, generation: number, createdAt: number, next: number | null, at: number): Version {
  let updatedAt = createdAt
  let expiresAt = plan.validityMs === null ? null : createdAt + plan.validityMs
  if (expiresAt !== null && plan.extension) {
    const { everyMs, leadMs } = plan.extension
    const until = next ?? at
    const extensions = Math.max(0, Math.floor((until - expiresAt + leadMs) / everyMs) + 1)
    if (extensions > 0) updatedAt = expiresAt + (extensions - 1) * everyMs - leadMs
    expiresAt += extensions * everyMs
  }

  let enabled = true
  const endsAt =
    plan.disabledAfterMs !== null
      ? createdAt + plan.disabledAfterMs
      : next !== null && !plan.keepsOld
        ? next + plan.graceMs
        : Number.POSITIVE_INFINITY
  if (endsAt <= at) {
    enabled = false
    updatedAt = endsAt
  }
  return {
    id: hex32(plan.seed, generation),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    enabled,
    notBeforeAt: plan.hasStart ? new Date(createdAt) : null,
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    contentType: plan.contentType,
    tags: plan.tags,
  }
}

/** How many generations are about 250 days: what a reader of histories wants to see, and no more. */
export const blockFor = (rhythm: Rhythm) => Math.max(1, Math.min(6, Math.round((250 * dayMs) / rhythm.periodMs)))
