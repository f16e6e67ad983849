// The part that a posture is of, as words, each with the address of the same view without it.
import { none } from '#lib/queries/findings/finding-filter.ts'
import type { PostureFilter } from '#lib/queries/posture-filter.ts'
import { postureHref } from './search.ts'

type Named = { asOf: string | null; subscriptions: readonly { id: string; name: string }[] }

export function postureChips(filter: PostureFilter, { asOf, subscriptions }: Named) {
  const { vault, owner, subscription, environment } = filter
  const chip = (label: string, field: keyof PostureFilter) => ({
    label,
    clearHref: postureHref({ ...filter, [field]: null }, asOf),
  })
  return [
    vault !== null && chip(`Vault: ${vault}`, 'vault'),
    owner !== null && chip(owner === none ? 'No owner' : `Owner: ${owner}`, 'owner'),
    subscription !== null &&
      chip(
        `Subscription: ${subscriptions.find(({ id }) => id === subscription)?.name ?? subscription}`,
        'subscription',
      ),
    environment !== null &&
      chip(environment === none ? 'Environment: none named' : `Environment: ${environment}`, 'environment'),
  ].filter((one) => one !== false)
}
