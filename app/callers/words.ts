// What callers, and what they do, are called: on every page and in every file.
import { type CallerHabit, type CallerKind, callerKinds } from '#lib/queries/callers/caller-filter.ts'
import type { NamedCaller } from '#lib/queries/callers/named-caller.ts'
import { upperFirst } from '#lib/format/upper-first.ts'

export const callerKindWords: Record<CallerKind, string> = {
  user: 'person',
  application: 'application',
  'managed-identity': 'managed identity',
  unknown: 'not named in the log',
}

/** As choices of a filter. */
export const callerKindChoices = callerKinds.map((kind) => ({ value: kind, label: upperFirst(callerKindWords[kind]) }))

/** A caller of whom the log says nothing has no name, and whatever stands in its place is not shown as one. */
export const callerName = ({ kind, name, identity }: Pick<NamedCaller, 'identity' | 'name' | 'kind'>) =>
  kind === 'unknown' ? callerKindWords.unknown : name || identity

export const habitWords: Record<CallerHabit, string> = {
  denied: 'Refused',
  throttled: 'Throttled',
  'not-caching': 'Not caching',
  'old-versions': 'Pinned to old versions',
}
