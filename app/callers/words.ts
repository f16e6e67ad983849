// What the pages of callers call things.
import type { CallerHabit, CallerKind } from '#lib/queries/callers/caller-filter.ts'

export const callerKindWords: Record<CallerKind, string> = {
  user: 'person',
  application: 'application',
  'managed-identity': 'managed identity',
  unknown: 'identity not named in the log',
}

/** As choices of the filter. */
export const callerKindChoices: Record<CallerKind, string> = {
  user: 'Person',
  application: 'Application',
  'managed-identity': 'Managed identity',
  unknown: 'Not named in the log',
}

export const habitWords: Record<CallerHabit, string> = {
  denied: 'Denied',
  throttled: 'Throttled',
  'not-caching': 'Not caching',
  'old-versions': 'Pinned to old versions',
}
