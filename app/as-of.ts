const dayMs = 86_400_000

/**
 * Which day does the URL ask for? `asOf` is a date (UTC, YYYY-MM-DD) or null for now; `at` is the instant to read at:
 * the end of that day, or now where the day has not ended. Nonsense and the future mean now.
 */
export function readAsOf(value: string | string[] | null | undefined, now: Date): { asOf: string | null; at: Date } {
  const text = Array.isArray(value) ? value[0] : value
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return { asOf: null, at: now }
  const startOfDay = new Date(`${text}T00:00:00.000Z`)
  // 2026-02-30 is moved into March or refused, depending on the engine: only a date that comes back unchanged is one.
  if (Number.isNaN(startOfDay.getTime()) || startOfDay.toISOString().slice(0, 10) !== text) {
    return { asOf: null, at: now }
  }
  if (startOfDay > now) return { asOf: null, at: now }
  return { asOf: text, at: new Date(Math.min(startOfDay.getTime() + dayMs - 1, now.getTime())) }
}
