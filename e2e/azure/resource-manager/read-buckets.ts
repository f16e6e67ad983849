// Resource Manager's throttle: per subscription and principal a bucket of 250 reads, refilled by 25 a second.
// https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling

export type ReadBuckets = {
  /** Takes a token; when there is none, says in how many seconds to come again. */
  take(bucket: string): { remaining: number } | { retryAfterSeconds: number }
}

/** `nowMs` is real time: throttles do not know the clock the data stands for. */
export function createReadBuckets({
  size,
  perSecond,
  nowMs,
}: {
  size: number
  perSecond: number
  nowMs: () => number
}): ReadBuckets {
  const buckets = new Map<string, { tokens: number; filledAt: number }>()
  return {
    take(name) {
      const now = nowMs()
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
