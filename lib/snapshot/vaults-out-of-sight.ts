// What Resource Graph says nothing about: it lists no vault of a subscription that Kempt lost its role on, as if there were
// none. See docs/decisions/0025-a-vault-out-of-sight-is-unknown.md.
import { describeUnread } from '#lib/azure/unread-reason.ts'
import type { UnreadReason } from '#lib/domain/observed.ts'
import type { IdentifiedVault } from './memory/remember-plan.ts'

/** Remembered vaults that are not listed and may be there all the same, with one sentence for each subscription of theirs. */
export function vaultsOutOfSight(
  remembered: ReadonlyMap<string, IdentifiedVault>,
  {
    listedResourceIds,
    isOutOfSight,
  }: { listedResourceIds: ReadonlySet<string>; isOutOfSight: (subscriptionId: string) => boolean },
): { vaults: { resourceId: string; name: string; reason: UnreadReason }[]; problems: string[] } {
  const vaults = [...remembered].flatMap(([resourceId, { name, goneAt }]) =>
    goneAt === null && !listedResourceIds.has(resourceId) && isOutOfSight(subscriptionOf(resourceId))
      ? { resourceId, name, reason: describeUnread('subscription-unseen', `vault ${name}`) }
      : [],
  )
  const bySubscription = Map.groupBy(vaults, ({ resourceId }) => subscriptionOf(resourceId))
  const problems = [...bySubscription].map(
    ([subscriptionId, { length }]) =>
      `subscription ${subscriptionId} cannot be seen any more: ${length} ${length === 1 ? 'vault' : 'vaults'} there are unknown until it has the role Reader again, or KEMPT_SUBSCRIPTIONS leaves it out`,
  )
  return { vaults, problems }
}

const subscriptionOf = (resourceId: string) => resourceId.split('/')[2] ?? ''
