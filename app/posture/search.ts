// The URL of a posture and back: which part of the estate it is of. Nonsense means the whole.
import { type SearchParams, textIn } from '#app/_search/params.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { everyFinding, type FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import type { PostureFilter } from '#lib/queries/posture-filter.ts'

export const readPostureFilter = (params: SearchParams): PostureFilter => ({
  vault: textIn(params.vault),
  owner: textIn(params.owner),
  subscription: textIn(params.subscription),
  environment: textIn(params.environment),
})

/** The address of the posture of a part; `path` may be that of an export. */
export function postureHref(filter: PostureFilter, asOf: string | null, path = '/posture'): string {
  const entries = Object.entries({ asOf, ...filter })
  const query = new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  return query.size > 0 ? `${path}?${query}` : path
}

/** The rows of At risk behind a number of this part. */
export function rowsHref(
  { vault, owner, subscription, environment }: PostureFilter,
  wanted: Partial<FindingFilter>,
  asOf: string | null,
): string {
  const filter: FindingFilter = {
    ...everyFinding,
    vault,
    owner,
    subscriptions: subscription === null ? [] : [subscription],
    environments: environment === null ? [] : [environment],
    ...wanted,
  }
  return findingsHref(withFilter(defaultSearch, filter), asOf)
}
