// 15 queries in any 5 seconds per user, on real time: https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests

const queries = 15
const windowMs = 5000

export type Allowance = { isAllowed: boolean; remaining: number; resetsAfterSeconds: number }

export type Quota = {
  /** Counts one query of a principal, unless it is refused. `now` in milliseconds. */
  take(principal: string, now: number): Allowance
}

export function createQuota(): Quota {
  const taken = new Map<string, number[]>()
  return {
    take(principal, now) {
      const recent = (taken.get(principal) ?? []).filter((at) => at > now - windowMs)
      const isAllowed = recent.length < queries
      if (isAllowed) recent.push(now)
      taken.set(principal, recent)
      const oldest = recent[0] ?? now
      return {
        isAllowed,
        remaining: queries - recent.length,
        resetsAfterSeconds: Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)),
      }
    },
  }
}

export function quotaHeaders({ remaining, resetsAfterSeconds }: Allowance): Record<string, string> {
  return {
    'x-ms-user-quota-remaining': String(remaining),
    'x-ms-user-quota-resets-after': `00:00:0${resetsAfterSeconds}`,
    'x-ms-ratelimit-remaining-tenant-resource-requests': String(remaining),
  }
}
