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

/** The rows of At risk behind a number of this part, one for each object or vault. */
export const rowsHref = (of: PostureFilter, wanted: Partial<FindingFilter>, asOf: string | null): string =>
  findingsHref(withFilter(defaultSearch, { ...partOf(of), ...wanted }), asOf)

/** The same, one for each check: what one rule says of one object or vault. */
export const checksHref = (of: PostureFilter, wanted: Partial<FindingFilter>, asOf: string | null): string =>
  findingsHref({ ...withFilter(defaultSearch, { ...partOf(of), ...wanted }), group: 'finding' }, asOf)

const partOf = ({ vault, owner, subscription, environment }: PostureFilter): FindingFilter => ({
  ...everyFinding,
  vault,
  owner,
  subscriptions: subscription === null ? [] : [subscription],
  environments: environment === null ? [] : [environment],
})
