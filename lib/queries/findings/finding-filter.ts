// What can be asked of the list of findings. Every field narrows; an empty one narrows nothing.
import type { Severity } from '#lib/domain/severity.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

export const subjectKinds = ['secret', 'key', 'certificate', 'vault'] as const

/** What a rule can be about: an object of some kind, or the vault itself. */
export type SubjectKind = ObjectKind | 'vault'

/** `fail` leaves out what is waived; `all` is every subject, whether something is found about it or not. */
export const findingStatuses = ['fail', 'waived', 'unknown', 'all'] as const

export type FindingStatus = (typeof findingStatuses)[number]

/** `not-read`: the access log covers the vault and shows no read in the window. `not-covered`: nobody can say. */
export const readStates = ['still-read', 'not-read', 'not-covered'] as const

export type ReadState = (typeof readStates)[number]

/** Stands for the absence of an owner or an environment. */
export const none = 'none'

/** Stands for any owner at all. */
export const anybody = 'anybody'

export type FindingFilter = {
  status: FindingStatus
  rules: readonly string[]
  severities: readonly Severity[]
  areas: readonly string[]
  kinds: readonly SubjectKind[]
  /** Subscription ids or names. */
  subscriptions: readonly string[]
  /** Names, or `none`. */
  environments: readonly string[]
  /** A name, `none` or `anybody`. */
  owner: string | null
  vault: string | null
  /** An object's own switch; a vault has none. */
  enabled: boolean | null
  /** On the object or its vault; any value when `value` is null. */
  tag: { name: string; value: string | null } | null
  read: ReadState | null
  /** Half-open, UTC midnights; an end that is null is open. */
  expires: { from: Date | null; to: Date | null } | null
  /** Days since the last rotation, half-open. */
  age: { fromDays: number | null; toDays: number | null } | null
  /** Part of the name of the object or of the vault. */
  text: string | null
}

export const everyFinding: FindingFilter = {
  status: 'fail',
  rules: [],
  severities: [],
  areas: [],
  kinds: [],
  subscriptions: [],
  environments: [],
  owner: null,
  vault: null,
  enabled: null,
  tag: null,
  read: null,
  expires: null,
  age: null,
  text: null,
}
