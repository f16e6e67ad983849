// What can be asked of the calendar. Every field narrows; an empty one narrows nothing.
import type { ObjectKind } from '#lib/domain/vault-object.ts'

export const eventKinds = ['expiry', 'rotation'] as const

/** An enabled object expires, or the next rotation of an enabled secret is due. One secret may have both. */
export type EventKind = (typeof eventKinds)[number]

export type CalendarFilter = {
  /** A name, or `none`. */
  owner: string | null
  /** Names, or `none`. */
  environments: readonly string[]
  /** Subscription ids or names. */
  subscriptions: readonly string[]
  kinds: readonly ObjectKind[]
  events: readonly EventKind[]
}

export const everyEvent: CalendarFilter = { owner: null, environments: [], subscriptions: [], kinds: [], events: [] }

/** Instants `[from, to)`; an end that is null is open. */
export type CalendarSpan = { from: Date | null; to: Date | null }

/** Everything that was due by an instant, the very instant included: rules call it expired and overdue. */
export const dueBy = (at: Date): CalendarSpan => ({ from: null, to: new Date(at.getTime() + 1) })

export type CalendarQuestion = { at: Date; filter: CalendarFilter; span: CalendarSpan }
