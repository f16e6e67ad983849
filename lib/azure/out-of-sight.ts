import type { Azure } from './azure.ts'

/**
 * Tells of a subscription whether it cannot be seen, though nobody left it out: KEMPT_SUBSCRIPTIONS leaves out all it does not
 * name. Resource Graph lists nothing of a subscription where Kempt has no role, as if nothing were there. `seen` are those that
 * it shows. Ids in lower case.
 */
export function outOfSight(
  { subscriptions }: Pick<Azure, 'subscriptions'>,
  seen: Iterable<string>,
): (subscriptionId: string) => boolean {
  const named = new Set(subscriptions.map((id) => id.toLowerCase()))
  const visible = new Set(seen)
  return (subscriptionId) => !visible.has(subscriptionId) && (named.size === 0 || named.has(subscriptionId))
}
