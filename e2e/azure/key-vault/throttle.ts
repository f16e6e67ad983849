// Key Vault's limit: so many transactions per vault in ten seconds. Refused calls do not count.
// https://learn.microsoft.com/azure/key-vault/general/service-limits

export type Throttle = {
  /** False when the vault has had enough. `now` in milliseconds. */
  admits(vault: string, now: number): boolean
}

export function createThrottle({ limit, windowMs }: { limit: number; windowMs: number }): Throttle {
  const windows = new Map<string, { beganAt: number; calls: number }>()
  return {
    admits(vault, now) {
      const running = windows.get(vault)
      if (!running || now - running.beganAt >= windowMs) {
        windows.set(vault, { beganAt: now, calls: 1 })
        return limit >= 1
      }
      if (running.calls >= limit) return false
      running.calls++
      return true
    },
  }
}
