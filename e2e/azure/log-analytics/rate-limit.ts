// 200 requests in any 30 seconds per user, on real time: https://learn.microsoft.com/azure/azure-monitor/service-limits

const requests = 200
const windowMs = 30_000

export type RateLimit = {
  /** Counts one request of a principal; the seconds to wait when it is one too many, else null. */
  take(principal: string, now: number): number | null
}

export function createRateLimit(): RateLimit {
  const taken = new Map<string, number[]>()
  return {
    take(principal, now) {
      const recent = (taken.get(principal) ?? []).filter((at) => at > now - windowMs)
      taken.set(principal, recent)
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= requests) return Math.ceil((oldest + windowMs - now) / 1000)
      recent.push(now)
      return null
    },
  }
}
