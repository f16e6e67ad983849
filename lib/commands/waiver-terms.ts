// What is asked for: why, of which kind, and until when.
import { longestWaiverDays, type WaiverKind } from '#lib/domain/waiver.ts'

export type WaiverTerms = {
  kind: WaiverKind
  reason: string
  /** The last day in force: midnight UTC. */
  endsOn: Date
}

export type TermsProblem = 'reason-missing' | 'reason-too-long' | 'ends-in-the-past' | 'ends-too-late'

export const longestReason = 1000

const dayMs = 86_400_000

const startOfDay = (at: Date) => new Date(Math.floor(at.getTime() / dayMs) * dayMs)

/** The first and the last day (midnight UTC) that a waiver asked for now may end on. */
export const waiverDays = (now: Date) => ({
  firstOn: startOfDay(now),
  lastOn: new Date(startOfDay(now).getTime() + longestWaiverDays * dayMs),
})

/** When a waiver is over whose last day is `endsOn`: as the next day begins, in UTC. */
export const endOf = (endsOn: Date) => new Date(startOfDay(endsOn).getTime() + dayMs)

/** What is wrong with these terms; null when nothing is. */
export function problemWith({ reason, endsOn }: WaiverTerms, now: Date): TermsProblem | null {
  const { firstOn, lastOn } = waiverDays(now)
  if (reason.trim() === '') return 'reason-missing'
  if (reason.length > longestReason) return 'reason-too-long'
  if (endsOn < firstOn) return 'ends-in-the-past'
  return endsOn > lastOn ? 'ends-too-late' : null
}
