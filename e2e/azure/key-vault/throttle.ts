// Key Vault's limit: so many transactions per vault in ten seconds. Refused calls do not count.
// https://learn.microsoft.com/azure/key-vault/general/service-limits

/** `nowMs` is real time: throttles do not know the clock the data stands for. */
export function createThrottle({ limit, windowMs, nowMs }: { limit: number; windowMs: number; nowMs: () => number }) {
  const windows = new Map<string, { beganAt: number; calls: number }>()
  return {
    /** False when the vault has had enough. */
    admits(vault: string): boolean {
      const now = nowMs()
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
