// One bucket per name: full at first, refilled steadily, one token a request.

export type TokenBuckets = {
  /** False when the bucket is empty. */
  take(name: string, perSecond: number, burst: number): boolean
  /** Forgets the buckets whose names begin so. */
  forget(prefix: string): void
}

export function tokenBuckets(nowMs: () => number): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take(name, perSecond, burst) {
      const at = nowMs()
      const before = buckets.get(name) ?? { tokens: burst, at }
      const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond)
      const granted = tokens >= 1
      buckets.set(name, { tokens: granted ? tokens - 1 : tokens, at })
      return granted
    },
    forget(prefix) {
      for (const name of buckets.keys()) if (name.startsWith(`${prefix} `)) buckets.delete(name)
    },
  }
}
