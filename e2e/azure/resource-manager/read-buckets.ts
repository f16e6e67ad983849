// Resource Manager's throttle: per subscription and principal a bucket of 250 reads, refilled by 25 a second.
// https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling

export type ReadBuckets = {
  /** Takes a token; when there is none, says in how many seconds to come again. `now` in milliseconds. */
  take(bucket: string, now: number): { remaining: number } | { retryAfterSeconds: number }
}

export function createReadBuckets({ size, perSecond }: { size: number; perSecond: number }): ReadBuckets {
  const buckets = new Map<string, { tokens: number; filledAt: number }>()
  return {
    take(name, now) {
      const { tokens: before, filledAt } = buckets.get(name) ?? { tokens: size, filledAt: now }
      const tokens = Math.min(size, before + ((now - filledAt) / 1000) * perSecond)
      const isGranted = tokens >= 1
      buckets.set(name, { tokens: isGranted ? tokens - 1 : tokens, filledAt: now })
      return isGranted
        ? { remaining: Math.floor(tokens - 1) }
        : { retryAfterSeconds: Math.max(1, Math.ceil((1 - tokens) / perSecond)) }
    },
  }
}
