// Which refusals become lines of the audit log, and which are only counted: nobody fills a table by being refused.
import type { RefusalReason } from '#lib/domain/audit-action.ts'
import type { Person } from '#lib/domain/scope.ts'

export type Refusal = {
  /** Who asked; of somebody who is not signed in no more than the address is known. */
  who: { person: Person } | { address: string }
  reason: RefusalReason
  /** The path or the deed that was refused. */
  subject: string | null
}

/** `again`: how many more there were of the line before, in its hour; 0 for the first. */
export type RefusalLine = Refusal & { at: Date; again: number }

export type RefusalLedger = {
  note(refusal: Refusal, at: Date): void
  /** What is to be written now. The counts of an hour come when it is over, or when `all` are wanted. */
  takeLines(now: Date, how?: { all: boolean }): RefusalLine[]
  /** What could not be written. */
  putBack(lines: readonly RefusalLine[]): void
}

const hourMs = 3_600_000
const longestSubject = 300

/** In one hour: lines about different subjects for one person and reason, addresses that are told apart, and lines that wait for a database. */
const defaults = { mostSubjects: 100, mostAddresses: 50, mostWaiting: 1000 }

export function createRefusalLedger({ mostSubjects, mostAddresses, mostWaiting } = defaults): RefusalLedger {
  let waiting: RefusalLine[] = []
  let hour = Number.NaN
  const seen = new Map<string, RefusalLine>()
  const subjects = new Map<string, number>()
  const addresses = new Set<string>()

  const closeHour = () => {
    waiting.push(...[...seen.values()].filter(({ again }) => again > 0))
    for (const counted of [seen, subjects, addresses]) counted.clear()
  }

  /** What may still be told apart, told apart. */
  const named = ({ who, reason, subject }: Refusal): [key: string, refusal: Refusal] => {
    const told = subject?.slice(0, longestSubject) ?? null
    if ('address' in who) {
      // The subject is whatever somebody outside wrote into an address: the first is told, and none makes another line.
      const known = addresses.has(who.address) || addresses.size < mostAddresses
      const address = known ? who.address : 'other addresses'
      if (known) addresses.add(address)
      return [`${address} ${reason}`, { who: { address }, reason, subject: told }]
    }
    const whoAndWhy = `${who.person.objectId} ${reason}`
    const key = `${whoAndWhy} ${told}`
    const many = subjects.get(whoAndWhy) ?? 0
    if (!seen.has(key) && many >= mostSubjects) return [whoAndWhy, { who, reason, subject: null }]
    if (!seen.has(key)) subjects.set(whoAndWhy, many + 1)
    return [key, { who, reason, subject: told }]
  }

  return {
    note(noted, at) {
      const now = Math.floor(at.getTime() / hourMs)
      if (now !== hour) closeHour()
      hour = now
      const [key, refusal] = named(noted)
      const before = seen.get(key)
      if (!before) waiting.push({ ...refusal, at, again: 0 })
      seen.set(key, { ...refusal, at, again: before ? before.again + 1 : 0 })
    },
    takeLines(now, { all } = { all: false }) {
      if (all || Math.floor(now.getTime() / hourMs) > hour) closeHour()
      const lines = waiting
      waiting = []
      return lines
    },
    putBack(lines) {
      waiting = [...lines, ...waiting].slice(0, mostWaiting)
    },
  }
}
