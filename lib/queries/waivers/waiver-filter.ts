// What can be asked of the list of waivers. Every field narrows; an empty one narrows nothing.
import type { WaiverKind, WaiverState } from '#lib/domain/waiver.ts'

export type WaiverFilter = {
  state: WaiverState | null
  kinds: readonly WaiverKind[]
  rules: readonly string[]
  /** The whole name of a vault. */
  vault: string | null
  /** Whose the subject is: a name, or `none`. */
  owner: string | null
  /** Part of the name of the subject or vault, of the reason, or of who asked. */
  text: string | null
  /** Those that were asked for together. */
  batch: string | null
  /** The last day comes before it: midnight UTC. */
  endsBefore: Date | null
  /** What they are about fails at this instant. */
  fails: boolean
}

export const everyWaiver: WaiverFilter = {
  state: null,
  kinds: [],
  rules: [],
  vault: null,
  owner: null,
  text: null,
  batch: null,
  endsBefore: null,
  fails: false,
}

export const waiverSorts = ['state', 'subject', 'rule', 'asked', 'ends'] as const

export type WaiverOrder = { sort: (typeof waiverSorts)[number]; direction: 'asc' | 'desc' }

/** What waits comes first, then what is in force and what ends soonest of it. */
export const byState: WaiverOrder = { sort: 'state', direction: 'asc' }
