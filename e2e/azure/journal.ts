// What was asked of the stand-in. A request for a value is a violation and stays on record whatever the answer was.

/** In milliseconds of real time: when a request came, and when its answer was out, or nobody waited for it any more. */
export type OnTheWire = { fromMs: number; untilMs: number | null }

export type JournalEntry = {
  /** By the clock of the data. */
  at: Date
  onTheWire: OnTheWire
  service: string
  method: string
  host: string
  path: string
  /** See `questionOf`. */
  question: string
  status: number
  /** Set when the request tried to read a value or use a private key. */
  violation: string | null
}

export type Journal = {
  record(entry: JournalEntry): void
  entries(): readonly JournalEntry[]
  violations(): readonly JournalEntry[]
  /** Requests per service since the last clear. */
  counts(): Record<string, number>
  clear(): void
}

/** Violations are kept without limit; ordinary entries only the newest `keep`, so a long demo does not grow. */
export function createJournal(keep = 20_000): Journal {
  let entries: JournalEntry[] = []
  let violations: JournalEntry[] = []
  let counts: Record<string, number> = {}
  return {
    record(entry) {
      counts[entry.service] = (counts[entry.service] ?? 0) + 1
      if (entry.violation) violations.push(entry)
      entries.push(entry)
      if (entries.length > 2 * keep) entries = entries.slice(-keep)
    },
    entries: () => entries,
    violations: () => violations,
    counts: () => counts,
    clear() {
      entries = []
      violations = []
      counts = {}
    },
  }
}
