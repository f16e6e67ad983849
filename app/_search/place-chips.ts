// The filters by owner and place as words, each with the address of the same view without it.
import { none } from '#lib/queries/findings/finding-filter.ts'
import type { PlaceFilter } from './place-fields.tsx'

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** "production, test or development". */
export const either = (words: readonly string[]) => list.format(words)

/** `without` is the address of the view without a filter; `subscriptionName` puts a name to an id, when it knows one. */
export function placeChips(
  { owner, environments, subscriptions }: PlaceFilter,
  without: (cleared: Partial<PlaceFilter>) => string,
  subscriptionName: (idOrName: string) => string,
): { label: string; clearHref: string }[] {
  return [
    owner !== null && {
      label: owner === none ? 'No owner' : `Owner: ${owner}`,
      clearHref: without({ owner: null }),
    },
    environments.length > 0 && {
      label: `Environment: ${either(environments.map((one) => (one === none ? 'none named' : one)))}`,
      clearHref: without({ environments: [] }),
    },
    subscriptions.length > 0 && {
      label: `Subscription: ${either(subscriptions.map(subscriptionName))}`,
      clearHref: without({ subscriptions: [] }),
    },
  ].filter((one) => one !== false)
}
