// All rows of one Resource Graph query, or an error: never some of them.
import { setTimeout as wait } from 'node:timers/promises'
import type { AuthorizationScopeFilter } from '@azure/arm-resourcegraph'
import type { HttpHeaders } from '@azure/core-rest-pipeline'
import { z } from 'zod'
import type { Azure } from './azure.ts'
import { EstateUnreadable } from './estate-unreadable.ts'
import { describeUnread, unreadReason } from './unread-reason.ts'
import { quotaResetsAfterMs } from './wire/retry-after.ts'

const rowsPerPage = 1000

/** Microsoft's advice for one call: https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests */
const subscriptionsPerCall = 300

// The SDK checks nothing: these are the fields as they come over the wire.
const pageSchema = z.object({
  data: z.array(z.unknown()),
  count: z.int(),
  totalRecords: z.int(),
  resultTruncated: z.string(),
  skipToken: z.string().nullish(),
})

export type GraphOptions = {
  /** Which role assignments belong to a scope; without it those in it and below. Of no meaning for resources. */
  scopeFilter?: AuthorizationScopeFilter
}

type Scope = GraphOptions & { managementGroups?: string[]; subscriptions?: string[] }

/**
 * Runs a query over everything in scope, page by page. Throws EstateUnreadable when a page fails for good or when the
 * answer is known to be incomplete; `about` names what was asked for ("the list of vaults").
 */
export async function askResourceGraph(
  azure: Azure,
  query: string,
  about: string,
  options: GraphOptions = {},
): Promise<unknown[]> {
  try {
    const rows: unknown[] = []
    for (const scope of scopesOf(azure)) rows.push(...(await rowsIn(azure, { ...scope, ...options }, query, about)))
    return rows
  } catch (failure) {
    if (failure instanceof EstateUnreadable) throw failure
    throw new EstateUnreadable(unreadReason(failure, about), { cause: failure })
  }
}

function scopesOf({ managementGroups, subscriptions }: Azure): Scope[] {
  if (managementGroups.length > 0) return [{ managementGroups: [...managementGroups] }]
  const scopes: Scope[] = []
  for (let from = 0; from < subscriptions.length; from += subscriptionsPerCall)
    scopes.push({ subscriptions: subscriptions.slice(from, from + subscriptionsPerCall) })
  return scopes.length > 0 ? scopes : [{}]
}

async function rowsIn(azure: Azure, scope: Scope, query: string, about: string): Promise<unknown[]> {
  const rows: unknown[] = []
  const seen = new Set<string>()
  for (let skipToken: string | undefined; ; ) {
    const { page, headers } = await askPage(azure, scope, query, skipToken)
    rows.push(...page.data)
    const next = page.skipToken ?? undefined
    const shortfall = incompleteness(page, headers, rows.length, next, seen)
    if (shortfall) throw new EstateUnreadable(describeUnread('malformed-answer', about, shortfall))
    if (next === undefined) return rows
    seen.add(next)
    skipToken = next
    await forQuota(headers)
  }
}

async function askPage(azure: Azure, { scopeFilter, ...scope }: Scope, query: string, skipToken: string | undefined) {
  let headers: HttpHeaders | undefined
  const answer = await azure.resourceGraph.resources(
    {
      ...scope,
      query,
      options: {
        top: rowsPerPage,
        resultFormat: 'objectArray',
        ...(scopeFilter ? { authorizationScopeFilter: scopeFilter } : {}),
        ...(skipToken === undefined ? {} : { skipToken }),
      },
    },
    {
      onResponse: (response) => {
        headers = response.headers
      },
    },
  )
  return { page: pageSchema.parse(answer), headers }
}

/** In words, how an answer shows that rows are missing from it; null when it does not. */
function incompleteness(
  page: z.infer<typeof pageSchema>,
  headers: HttpHeaders | undefined,
  rowsSoFar: number,
  next: string | undefined,
  seen: ReadonlySet<string>,
): string | null {
  if (headers?.get('x-ms-tenant-subscription-limit-hit') === 'true')
    return 'there are more subscriptions than Resource Graph looks at; name management groups or subscriptions'
  if (page.count !== page.data.length) return 'a page holds another number of rows than it says'
  if (next !== undefined) return seen.has(next) ? 'the pages go round in a circle' : null
  // https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data#paging-results
  if (page.resultTruncated === 'true') return 'the answer is cut short and cannot be continued'
  return rowsSoFar < page.totalRecords ? `only ${rowsSoFar} of ${page.totalRecords} rows came` : null
}

/** Fifteen queries in five seconds: waits for the next five when this answer used up the last. */
async function forQuota(headers: HttpHeaders | undefined): Promise<void> {
  if (headers?.get('x-ms-user-quota-remaining') !== '0') return
  await wait(quotaResetsAfterMs(headers) ?? 5000)
}
