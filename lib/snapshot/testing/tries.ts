// How often Azure was asked the same, and how often it was too much.
import type { FaultRule } from '#e2e/azure/faults/faults.ts'
import { createFaults } from '#e2e/azure/faults/faults.ts'
import type { JournalEntry } from '#e2e/azure/journal.ts'

/** One call is tried so often at most: `tries` of lib/azure/azure.ts. */
export const triesOfCall = 5

/** The most tries of one call. A sign-in is left out: it is repeated by @azure/identity as well. */
export function mostTries(entries: readonly JournalEntry[]): number {
  const tries = new Map<string, number>()
  for (const { service, method, host, path, question } of entries) {
    if (service === 'managed-identity') continue
    const call = [method, host, path, question].join(' ')
    tries.set(call, (tries.get(call) ?? 0) + 1)
  }
  return Math.max(0, ...tries.values())
}

/** Answers that say there were too many requests. */
export const limitedBy = (entries: readonly JournalEntry[]) => entries.filter(({ status }) => status === 429).length

/** How many requests a fault of this kind would have met. */
export function callsOf(entries: readonly JournalEntry[], match: FaultRule['match']): number {
  const faults = createFaults()
  faults.add({ id: 'count', match, act: { kind: 'reset' } })
  return entries.filter((entry) => faults.next(entry) !== null).length
}
