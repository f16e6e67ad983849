// How often may somebody do something? A bucket of tokens each, in the memory of this process: full at first, it refills evenly.

/** `burst` at once, and `perMinute` in the long run. */
export type Rate = { perMinute: number; burst: number }

export type Buckets = {
  /** Takes a token and returns 0, or the whole seconds until there is one again. */
  take(key: string, rate: Rate, now: Date): number
}

type Bucket = { tokens: number; at: number }

/** `most`: keys that are held at once. Beyond, the one used longest ago is forgotten, so that no flood of keys fills the memory. */
export function createBuckets(most = 10_000): Buckets {
  // In the order of their last use.
  const buckets = new Map<string, Bucket>()
  return {
    take(key, { perMinute, burst }, now) {
      const at = now.getTime()
      const { tokens, at: before } = buckets.get(key) ?? { tokens: burst, at }
      // A clock that was set back refills nothing.
      const there = Math.min(burst, tokens + (Math.max(0, at - before) * perMinute) / 60_000)
      const taken = there >= 1
      buckets.delete(key)
      buckets.set(key, { tokens: taken ? there - 1 : there, at: Math.max(at, before) })
      const [oldest] = buckets.keys()
      if (buckets.size > most && oldest !== undefined) buckets.delete(oldest)
      return taken ? 0 : Math.max(1, Math.ceil(((1 - there) * 60) / perMinute))
    },
  }
}
