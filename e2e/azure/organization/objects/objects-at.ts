// The objects of one vault at an instant.
import type { VaultObject } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { lifeAt } from './life.ts'
import type { ObjectPlan } from './plan-objects.ts'

/** `bornAt` is when the vault came to be; soft-deleted objects are there, with `deletedAt` set. */
export function objectsAt(
  plans: readonly ObjectPlan[],
  at: number,
  { bornAt, retentionDays }: { bornAt: number; retentionDays: number },
): VaultObject[] {
  const objects: VaultObject[] = []
  for (const { kind, name, managed, life, policy, material } of plans) {
    const now = lifeAt(life, at, bornAt, retentionDays * dayMs)
    if (now) objects.push({ kind, name, managed, ...now, policy, ...(material ? { material } : {}) })
  }
  return objects
}
